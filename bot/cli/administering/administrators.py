"""The administrators of a school on the command line: listed, added, ended."""

import click

from bot.cli.arguments.acting import Acting, acting
from bot.cli.arguments.who import find_or_add, find_person, or_new, print_people
from bot.messages import Sayable, _
from bot.refusal import Refused
from bot.use_cases.administering.end_administrator import end_administrator
from bot.use_cases.administering.make_administrator import make_administrator
from bot.wiring import open_house


@click.group()
def admin() -> None:
    """Administrators: who runs Kompaan for the school, and sees no scores by that."""


@admin.command("list")
def list_() -> None:
    """List the school's administrators."""
    house = open_house()
    with house.reading() as uow:
        school = house.stored_organisation()
        known = uow.administrators.list_of(school.id) if school else ()
    nobody = _("There is no administrator yet: 'kompaan admin add PERSON' makes one.")
    print_people(house, known, nobody)


@admin.command()
@or_new
@acting
def add(act: Acting, person: str, name: str | None) -> Sayable:
    """Make PERSON an administrator: a name, or the school's id."""
    found = find_or_add(act.house, act.uow, person, name)
    if found.sample:
        raise Refused(_("{name} is of the sample, which nobody runs.", name=found.name))
    if make_administrator(act.uow, found, act.at):
        return _(
            "{name} ({id}) is an administrator from now on.", name=found.name, id=found.school_id
        )
    return _("{name} ({id}) is an administrator already.", name=found.name, id=found.school_id)


@admin.command()
@click.argument("person")
@acting
def end(act: Acting, person: str) -> Sayable:
    """End that PERSON is an administrator; here that may be the last one."""
    found = find_person(act.house, act.uow, person)
    if not end_administrator(act.uow, found, act.at):
        raise Refused(_("{name} is no administrator.", name=found.name))
    return _("{name} ({id}) is no administrator any more.", name=found.name, id=found.school_id)
