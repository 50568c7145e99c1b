"""Teachers new to dual learning on the command line: listed, marked, ended."""

from datetime import datetime

import click

from bot.cli.arguments.acting import Acting, acting
from bot.cli.arguments.who import find_or_add, find_person, or_new
from bot.cli.inducting.coaches import coach
from bot.domain.days import day_of, opening
from bot.messages import Day, Sayable, _
from bot.refusal import Refused
from bot.use_cases.inducting.mark_starter import end_starter, mark_starter, say_first_day
from bot.use_cases.inducting.of_staff import NotOfStaff
from bot.wiring import open_house


@click.group()
def starters() -> None:
    """Mark teachers new to dual learning; their coach follows their five steps in the chat."""


@starters.command("list")
def list_() -> None:
    """List who is new, with the first day of teaching where it is known."""
    house = open_house()
    with house.reading() as uow:
        school = house.stored_organisation()
        known = uow.starters.list_of(school.id) if school else ()
        if school is None or not known:
            click.echo(house.say(_("No teacher is marked as new to dual learning.")))
            return
        for starter in known:
            day = starter.starts_on
            first = Day(opening(day, school.time_zone)) if day else _("first day not known")
            click.echo(f"{starter.name}\t{house.say(first)}")


@starters.command()
@or_new
@click.option(
    "--starts",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The first day of teaching, from which the steps are due.",
)
@acting
def add(act: Acting, person: str, name: str | None, starts: datetime | None) -> Sayable:
    """Mark PERSON as new to dual learning: a name, or the school's id."""
    found = find_or_add(act.house, act.uow, person, name)
    try:
        new = mark_starter(act.uow, found, day_of(act.at, found.time_zone))
    except NotOfStaff:
        raise Refused(
            _("{name} is a student or a mentor, and no teacher: nothing was stored.",
              name=found.name)
        ) from None  # fmt: skip
    starter = act.uow.starters.find(found.id)
    if starts is not None and starter is not None:
        say_first_day(act.uow, starter, starts.date())
    if new:
        return _("{name} is marked as new to dual learning.", name=found.name)
    return _("{name} is marked as new already.", name=found.name)


@starters.command()
@click.argument("person")
@acting
def end(act: Acting, person: str) -> Sayable:
    """Say that PERSON is not new any more."""
    found = find_person(act.house, act.uow, person)
    starter = act.uow.starters.find(found.id)
    if starter is None or not end_starter(act.uow, starter, act.at):
        raise Refused(_("{name} is not marked as new.", name=found.name))
    return _("{name} is not new to dual learning any more.", name=found.name)


starters.add_command(coach)
