"""Sectors with which the school works, and who speaks for them, on the command line."""

import click

from bot.cli.arguments.acting import Acting, acting
from bot.cli.arguments.who import find_or_add, find_person, or_new
from bot.cli.sector.found import find_sector_here
from bot.cli.sector.modules import modules, out, propose, refuse, take
from bot.messages import Sayable, _
from bot.refusal import Refused
from bot.use_cases.sector.add_sector import add_sector, drop_sector
from bot.use_cases.sector.name_speaker import (
    InsideSchool,
    end_sector_person,
    make_sector_person,
)
from bot.wiring import open_house


@click.group()
def sector() -> None:
    """Work with sectors: who speaks for one sees no student, name or score."""


@sector.command("list")
def list_() -> None:
    """List the sectors, each with who speaks for it."""
    house = open_house()
    with house.reading() as uow:
        school = house.stored_organisation()
        known = uow.sectors.list_of(school.id) if school else ()
        if not known:
            click.echo(house.say(_("No sector works with your school here yet.")))
        for own in known:
            people = uow.sectors.list_people(own.id)
            named = ", ".join(f"{person.name} ({person.school_id})" for person in people)
            click.echo("\t".join((own.code, own.name, named)))


@sector.command()
@click.argument("code")
@click.argument("name")
def add(code: str, name: str) -> None:
    """Add a sector by its CODE, such as bouw; of a known one the NAME is changed."""
    house = open_house()
    with house.transaction() as uow:
        added = add_sector(uow, house.organisation(uow).id, name, code)
    said = _("{name} ({code}) works with the school.", name=added.name, code=added.code)
    click.echo(house.say(said))


@sector.command()
@click.argument("code")
def drop(code: str) -> None:
    """Delete the sector of CODE, for which nobody speaks and which proposed nothing."""
    house = open_house()
    with house.transaction() as uow:
        found = find_sector_here(house, uow, code)
        if not drop_sector(uow, found):
            raise Refused(_("It has people or modules, or is told totals, so it stays."))
    click.echo(house.say(_("{name} is deleted.", name=found.name)))


@sector.command("name")
@click.argument("code")
@or_new
@acting
def name_(act: Acting, code: str, person: str, name: str | None) -> Sayable:
    """Let PERSON speak for the sector of CODE: a name, or the school's id.

    'kompaan invite' then lets them in. Who is anything else at the school cannot be named.
    """
    found = find_sector_here(act.house, act.uow, code)
    who = find_or_add(act.house, act.uow, person, name)
    try:
        made = make_sector_person(act.uow, who, found, act.at)
    except InsideSchool:
        raise Refused(
            _("{name} is around a student here, takes part in an intake or does something else "
              "for the school, and so knows people: nothing was stored.", name=who.name)
        ) from None  # fmt: skip
    if made:
        return _("{name} speaks for {sector} from now on.", name=who.name, sector=found.name)
    return _("{name} speaks for {sector} already.", name=who.name, sector=found.name)


@sector.command()
@click.argument("person")
@acting
def end(act: Acting, person: str) -> Sayable:
    """Let PERSON speak for no sector any more."""
    who = find_person(act.house, act.uow, person)
    if not end_sector_person(act.uow, who, act.at):
        raise Refused(_("{name} speaks for no sector.", name=who.name))
    return _("{name} speaks for no sector any more.", name=who.name)


for command in (modules, propose, take, refuse, out):
    sector.add_command(command)
