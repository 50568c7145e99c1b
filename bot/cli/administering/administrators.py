"""The administrators of a school on the command line: listed, added, ended."""

from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_or_add, find_person
from bot.messages import _
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
        if not known:
            nobody = _("There is no administrator yet: 'kompaan admin add PERSON' makes one.")
            click.echo(house.say(nobody))
        for person in known:
            click.echo(f"{person.school_id}\t{person.name}")


@admin.command()
@click.argument("person")
@click.option("--name", metavar="NAME", help="Of somebody in no roster: PERSON is the new id.")
@at_option
def add(person: str, name: str | None, at: datetime | None) -> None:
    """Make PERSON an administrator: a name, or the school's id."""
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_or_add(house, uow, person, name)
        if found.sample:
            raise Refused(_("{name} is of the sample, which nobody runs.", name=found.name))
        made = make_administrator(uow, found, now)
    said = (
        _("{name} ({id}) is an administrator from now on.", name=found.name, id=found.school_id)
        if made
        else _("{name} ({id}) is an administrator already.", name=found.name, id=found.school_id)
    )
    click.echo(house.say(said))


@admin.command()
@click.argument("person")
@at_option
def end(person: str, at: datetime | None) -> None:
    """End that PERSON is an administrator; here that may be the last one."""
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_person(house, uow, person)
        if not end_administrator(uow, found, now):
            raise Refused(_("{name} is no administrator.", name=found.name))
    said = _("{name} ({id}) is no administrator any more.", name=found.name, id=found.school_id)
    click.echo(house.say(said))
