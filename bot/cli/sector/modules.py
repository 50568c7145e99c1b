"""Modules of sectors on the command line: listed, proposed, taken in, refused, taken out."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.acting import Acting, acting
from bot.cli.arguments.times import at_option, instant_of
from bot.cli.sector.found import find_school_programme, find_sector_here, find_waiting
from bot.domain.sector.modules import LONGEST_REASON, STANDING
from bot.exchange.framework_csv import read_framework
from bot.messages import Sayable, _, _n
from bot.refusal import Refused
from bot.use_cases.sector.modules.propose_module import propose_module
from bot.use_cases.sector.modules.take_in_module import (
    refuse_module,
    take_in_module,
    take_out_module,
)
from bot.wiring import open_house

PROGRAMME = click.option(
    "--programme", metavar="CODE", required=True, help="The code of the programme."
)


@click.command()
def modules() -> None:
    """List the modules that stand: the number, sector, code, title and how far it is."""
    house = open_house()
    with house.reading() as uow:
        school = house.stored_organisation()
        found = uow.sector_modules.list_of_school(school.id, STANDING) if school else ()
        if school is None or not found:
            click.echo(house.say(_("No sector has proposed a module yet.")))
            return
        named = {own.id: own.name for own in uow.sectors.list_of(school.id)}
        codes = {own.id: own.code for own in uow.catalogue.programmes.list_all(school.id)}
        for own in found:
            within = ", ".join(codes[programme] for programme in own.programmes)
            cells = (str(own.id), named[own.sector_id], own.draft.code, own.draft.title)
            click.echo("\t".join((*cells, own.state.value, within or own.reason)))


@click.command()
@click.argument("code")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", "framework", metavar="CODE", help="Its own code, else the file's name.")
@click.option("--title", metavar="TITLE", help="Its title, for CSV; the file's name if left out.")
@at_option
def propose(
    code: str, file: Path, framework: str | None, title: str | None, at: datetime | None
) -> None:
    """Propose a module for the sector of CODE, out of FILE: qualification JSON, or CSV."""
    draft = read_framework(file, framework, title)
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        module = propose_module(uow, find_sector_here(house, uow, code), draft, now)
    said = _("Module {number} is proposed: {title}.", number=module.id, title=draft.title)
    click.echo(house.say(said))


@click.command()
@click.argument("module", type=int)
@PROGRAMME
@at_option
def take(module: int, programme: str, at: datetime | None) -> None:
    """Take MODULE (its number) in for a programme; running students have it from then on."""
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_waiting(house, uow, module)
        done, _entry = take_in_module(uow, found, find_school_programme(house, uow, programme), now)
    for place in done.places:
        click.echo(f"{place.competence.number} → {place.number}\t{place.competence.title}")
    said = _n(
        "{count} student learns in this programme now.",
        "{count} students learn in this programme now.",
        done.tracks,
    )
    click.echo(house.say(said))


@click.command()
@click.argument("module", type=int)
@click.argument("reason")
@at_option
def refuse(module: int, reason: str, at: datetime | None) -> None:
    """Refuse MODULE (its number) with a REASON that the sector reads."""
    if not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise Refused(_("A reason has {most} letters at most, and one at least.",
                        most=LONGEST_REASON))  # fmt: skip
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        if not refuse_module(uow, find_waiting(house, uow, module), reason.strip(), now):
            raise Refused(_("It does not wait any more."))
    click.echo(house.say(_("Not taken in; who speaks for the sector is told.")))


@click.command()
@click.argument("module", type=int)
@PROGRAMME
@acting
def out(act: Acting, module: int, programme: str) -> Sayable:
    """Take MODULE (its number) out of a programme in which nothing was said of it."""
    found = find_waiting(act.house, act.uow, module)
    row = find_school_programme(act.house, act.uow, programme)
    if row.id not in found.programmes:
        raise Refused(_("It is not in {programme}.", programme=row.title))
    if not take_out_module(act.uow, found, row.id, act.at):
        raise Refused(
            _("Something was scored or planned with it in {programme}, so it stays.",
              programme=row.title)
        )  # fmt: skip
    return _("It is in {programme} no more.", programme=row.title)
