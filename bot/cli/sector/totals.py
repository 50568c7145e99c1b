"""Totals for sectors, on the command line: shown, written as CSV, and of what sectors are told."""

from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli.arguments.acting import Acting, acting
from bot.cli.papers.writing import write_csv
from bot.cli.sector.found import find_sector_here
from bot.domain.folding import fold
from bot.messages import Sayable, _, lines
from bot.ports.sector.totals.published import PublishedTotals, ToldProgramme
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.sector.totals.see_totals import TotalsReader, list_totals
from bot.use_cases.sector.totals.tell_sector import tell_sector
from bot.wiring import House, open_house
from handlers.sector.totals.files import describe_totals
from handlers.sector.totals.totals import NO_PHOTO, say_counted, say_head, say_photo


@click.group()
def totals() -> None:
    """Show totals over five students at least, as sectors see them, without any name."""


@totals.command("list")
def list_() -> None:
    """List the photos that were counted."""
    house = open_house()
    with house.reading() as uow:
        known = _published(house, uow)
    if not known:
        click.echo(house.say(NO_PHOTO))
    for own in known:
        said: list[Sayable] = [say_head(own), say_counted(own)]
        click.echo("\t".join(house.say(part) for part in said))


@totals.command()
@click.argument("period")
@click.option("--programme", help="Its title, where several have a period of that name.")
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write all numbers as CSV into this file.",
)
def show(period: str, programme: str | None, csv_file: Path | None) -> None:
    """Show what is told of the photo of PERIOD."""
    house = open_house()
    with house.reading() as uow:
        found = _find(_published(house, uow), period, programme)
        text, table = lines(*say_photo(uow, found)), describe_totals(uow, found, house.zone)
    if csv_file is None:
        click.echo(house.say(text))
        return
    write_csv(house, table, house.zone, csv_file)


@totals.command()
@click.argument("sector")
@click.argument("programme")
@acting
def tell(act: Acting, sector: str, programme: str) -> Sayable:
    """Tell the sector of code SECTOR totals of PROGRAMME, from the next photo on."""
    return _choose(act, sector, programme, told=True)


@totals.command()
@click.argument("sector")
@click.argument("programme")
@acting
def stop(act: Acting, sector: str, programme: str) -> Sayable:
    """Tell the sector of code SECTOR nothing of PROGRAMME any more."""
    return _choose(act, sector, programme, told=False)


def _choose(act: Acting, sector: str, programme: str, *, told: bool) -> Sayable:
    found = find_sector_here(act.house, act.uow, sector)
    known = act.uow.totals.list_programmes(found.organisation_id, found.id)
    meant = _programme(known, programme)
    if not tell_sector(act.uow, found, meant.id, act.at, told=told):
        raise Refused(_("It is so already: nothing was changed."))
    if told:
        return _("{sector} is told totals of {programme}, from the next photo on.",
                 sector=found.name, programme=meant.title)  # fmt: skip
    return _("{sector} sees no totals of {programme} any more.",
             sector=found.name, programme=meant.title)  # fmt: skip


def _programme(known: Sequence[ToldProgramme], called: str) -> ToldProgramme:
    found = next((own for own in known if fold(called) in (fold(own.title), fold(own.code))), None)
    if found is None:
        titles = ", ".join(own.title for own in known)
        raise Refused(_("There is no programme '{name}': {known}.", name=called, known=titles))
    return found


def _published(house: House, uow: StoredUnitOfWork) -> Sequence[PublishedTotals]:
    school = house.stored_organisation()
    return list_totals(uow, TotalsReader(school.id)) if school else ()


def _find(known: Sequence[PublishedTotals], period: str, programme: str | None) -> PublishedTotals:
    found = [
        own
        for own in known
        if fold(own.period) == fold(period)
        and (programme is None or fold(own.programme) == fold(programme))
    ]
    if not found:
        raise Refused(_("No photo of a period '{name}' was counted.", name=period))
    if len(found) > 1:
        raise Refused(_("Several programmes have a period '{name}': add --programme.", name=period))
    return found[0]
