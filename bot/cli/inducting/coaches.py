"""Who coaches the teachers new to dual learning, on the command line: listed, named, ended."""

from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_or_add, find_person
from bot.messages import _
from bot.refusal import Refused
from bot.use_cases.inducting.name_coach import end_teachers_coach, make_teachers_coach
from bot.use_cases.inducting.of_staff import NotOfStaff
from bot.wiring import open_house


@click.group()
def coach() -> None:
    """Name who coaches the teachers new to dual learning, who sees no scores by that."""


@coach.command("list")
def list_() -> None:
    """List who coaches them."""
    house = open_house()
    with house.reading() as uow:
        school = house.stored_organisation()
        known = uow.teachers_coaches.list_of(school.id) if school else ()
        if not known:
            nobody = _(
                "Nobody coaches them yet: 'kompaan starters --help' shows how somebody is named."
            )
            click.echo(house.say(nobody))
        for person in known:
            click.echo(f"{person.school_id}\t{person.name}")


@coach.command()
@click.argument("person")
@click.option("--name", metavar="NAME", help="Of somebody in no roster: PERSON is the new id.")
@at_option
def add(person: str, name: str | None, at: datetime | None) -> None:
    """Let PERSON coach them: a name, or the school's id."""
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_or_add(house, uow, person, name)
        try:
            made = make_teachers_coach(uow, found, now)
        except NotOfStaff:
            raise Refused(
                _("{name} is a student or a mentor, and coaches no teachers.", name=found.name)
            ) from None
    said = (
        _("{name} coaches the teachers from now on.", name=found.name)
        if made
        else _("{name} coaches the teachers already.", name=found.name)
    )
    click.echo(house.say(said))


@coach.command()
@click.argument("person")
@at_option
def end(person: str, at: datetime | None) -> None:
    """Let PERSON coach them no more."""
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_person(house, uow, person)
        if not end_teachers_coach(uow, found, now):
            raise Refused(_("{name} does not coach the teachers.", name=found.name))
    click.echo(house.say(_("{name} coaches the teachers no more.", name=found.name)))
