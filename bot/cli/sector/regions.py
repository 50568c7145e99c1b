"""The regions of workplaces, on the command line."""

import click

from bot.messages import _
from bot.refusal import Refused
from bot.use_cases.sector.totals.place_workplace import find_workplace, read_region
from bot.wiring import open_house


@click.group()
def region() -> None:
    """Say in which region workplaces are: by it totals for sectors are told apart."""


@region.command("list")
def list_() -> None:
    """List the workplaces, each with its region."""
    house = open_house()
    with house.reading() as uow:
        school = house.stored_organisation()
        for own in uow.regions.list_of(school.id) if school else ():
            click.echo("\t".join((own.workplace, own.region)))


@region.command("set")
@click.argument("workplace")
@click.argument("word", default="")
def set_(workplace: str, word: str) -> None:
    """Put WORKPLACE into the region called WORD, from the next photo on; without one into none."""
    house = open_house()
    with house.transaction() as uow:
        school = house.organisation(uow)
        found = find_workplace(uow, school.id, workplace)
        if found is None:
            raise Refused(_("There is no workplace '{name}'.", name=workplace))
        called = read_region(word, uow.regions.list_of(school.id)) if word else ""
        uow.regions.place(found.workplace_id, called)
    said = (
        _("{workplace} is in {region}.", workplace=found.workplace, region=called)
        if called
        else _("{workplace} is in no region.", workplace=found.workplace)
    )
    click.echo(house.say(said))
