"""Who coaches the teachers new to dual learning, on the command line: listed, named, ended."""

import click

from bot.cli.arguments.acting import Acting, acting
from bot.cli.arguments.who import find_or_add, find_person, or_new, print_people
from bot.messages import Sayable, _
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
    nobody = _("Nobody coaches them yet: 'kompaan starters --help' shows how somebody is named.")
    print_people(house, known, nobody)


@coach.command()
@or_new
@acting
def add(act: Acting, person: str, name: str | None) -> Sayable:
    """Let PERSON coach them: a name, or the school's id."""
    found = find_or_add(act.house, act.uow, person, name)
    try:
        made = make_teachers_coach(act.uow, found, act.at)
    except NotOfStaff:
        raise Refused(
            _("{name} is a student or a mentor, and coaches no teachers.", name=found.name)
        ) from None
    if made:
        return _("{name} coaches the teachers from now on.", name=found.name)
    return _("{name} coaches the teachers already.", name=found.name)


@coach.command()
@click.argument("person")
@acting
def end(act: Acting, person: str) -> Sayable:
    """Let PERSON coach them no more."""
    found = find_person(act.house, act.uow, person)
    if not end_teachers_coach(act.uow, found, act.at):
        raise Refused(_("{name} does not coach the teachers.", name=found.name))
    return _("{name} coaches the teachers no more.", name=found.name)
