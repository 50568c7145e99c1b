"""Reading frameworks, rosters and an organisation's own file."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.planning.scenarios import scenarios
from bot.domain.importing.changes import Changes, ImportChange
from bot.exchange.csv_files import columns_left_out
from bot.exchange.framework_csv import columns_left_out_of_framework, read_framework
from bot.exchange.organisation_file import read_organisation
from bot.exchange.roster_csv import ALIASES, read_roster
from bot.messages import Text, _, _n
from bot.ports.worlds import World
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import RosterReport, import_roster
from bot.use_cases.joining.end_placements import end_over
from bot.wiring import House, open_house
from bot.wiring.organisation import take_in_organisation

FILE = click.argument("file", type=click.Path(path_type=Path))
DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
JSON = click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")


@click.group("import")
def import_() -> None:
    """Read frameworks, rosters, and what a school adds; the same file again changes nothing."""


@import_.command()
@FILE
@JSON
@click.option("--code", metavar="CODE", help="The framework's code; for CSV the file's name.")
@click.option("--title", metavar="TITLE", help="Its title, for CSV; the file's name if left out.")
@DRY_RUN
@click.option("--reword", is_flag=True, help="Take in texts that are quite others than before.")
@at_option
def framework(file: Path, as_json: bool, dry_run: bool, **how: Any) -> None:
    """Read a framework from FILE: qualification JSON, or CSV with number, title, indicator."""
    draft = read_framework(file, how["code"], how["title"])
    house = open_house()
    with house.transaction() as uow:
        school = house.organisation(uow).id
        changes = import_framework(uow.catalogue, school, draft, reword=how["reword"])
        if dry_run:
            uow.connection.rollback()
    if as_json:
        reworded = changes.rewordings_as_json()
        _print_json(changes.as_json() | ({"reworded": reworded} if reworded else {}))
    else:
        click.echo(f"{draft.code} {draft.title}")
        _print_changes(house, changes)
    _print_left_out(house, columns_left_out_of_framework(file))
    if dry_run:
        _print_dry_run(house)


@import_.command()
@FILE
@JSON
@DRY_RUN
@click.option("--strict", is_flag=True, help="Take in nothing where a line is bad.")
@click.option("--rename", is_flag=True, help="Let known people take quite another name.")
@at_option
def roster(file: Path, as_json: bool, dry_run: bool, **how: Any) -> int:
    """Read a roster from FILE: CSV with one line per placement.

    A bad line is named with its reason, and the others are taken in; where none is good it exits
    with 1.
    """
    rows = read_roster(file)
    house = open_house()
    with house.transaction() as uow:
        school = house.organisation(uow)
        report = import_roster(
            uow.catalogue,
            school,
            rows,
            strict=how["strict"],
            rename=how["rename"],
            dry_run=dry_run,
        )
        world = World(False, instant_of(house, how["at"]))
        over = end_over(uow, world, uow.worlds.list_zones(world))
        if dry_run or report.refused:
            # Not even the school itself, which may have been made just now.
            uow.connection.rollback()
    if as_json:
        _print_json(report.as_json(house.say))
    else:
        _print_changes(house, report.changes)
        if over:
            click.echo(house.say(_ended(over)))
    _print_left_out(house, columns_left_out(file, ALIASES))
    _print_outcome(house, report, dry_run)
    return 1 if report.failed else 0


@import_.command()
@FILE
@DRY_RUN
@click.option("--reword", is_flag=True, help="Take in texts that are quite others than before.")
@at_option
def organisation(file: Path, dry_run: bool, reword: bool, at: datetime | None) -> None:
    """Read contexts, course components, periods and the rest of an organisation's FILE (TOML).

    What it names is brought to what it says; what it does not name stays as it is.
    """
    draft = read_organisation(file)
    house = open_house()
    with house.transaction() as uow:
        report = take_in_organisation(house, uow, draft, instant_of(house, at), reword=reword)
        if dry_run:
            uow.connection.rollback()
    for title, changes in report.changes:
        click.echo(title)
        _print_changes(house, changes)
    if report.roster:
        _print_changes(house, report.roster.changes)
        _print_outcome(house, report.roster, dry_run=False)
    for notice in report.notices:
        click.echo(house.say(notice))
    if dry_run:
        _print_dry_run(house)


import_.add_command(scenarios)


def _print_json(report: dict[str, Any]) -> None:
    click.echo(json.dumps(report, ensure_ascii=False, indent=2))


def _print_changes(house: House, changes: Changes) -> None:
    for text in described(changes):
        click.echo(house.say(text))


def _ended(count: int) -> Text:
    return _n(
        "{count} placement has ended by its last day; all scores stay.",
        "{count} placements have ended by their last day; all scores stay.",
        count,
    )


def _print_left_out(house: House, columns: list[str]) -> None:
    """Name the columns that were not read, so that no typing error goes unseen."""
    if columns:
        text = _("Not read, since no column is called so: {columns}.", columns=", ".join(columns))
        click.echo(house.say(text), err=True)


def _print_dry_run(house: House) -> None:
    click.echo(house.say(_("This was a dry run: nothing was written.")), err=True)


def _print_outcome(house: House, report: RosterReport, dry_run: bool) -> None:
    """Say what is worth a look, name the bad lines, and say when nothing was written."""
    for told in report.notices:
        about = _("Line {line}: {reason}.", line=told.line, reason=told.text)
        click.echo(house.say(about) if told.line else f"{house.say(told.text)}.", err=True)
    for rejected in report.rejected:
        bad = _("Line {line}: {reason}.", line=rejected.line, reason=rejected.reason)
        click.echo(house.say(bad), err=True)
    if report.refused:
        click.echo(house.say(_("Nothing was taken in. Mend these lines and try again.")), err=True)
    elif dry_run:
        _print_dry_run(house)


def described(changes: Changes) -> Iterator[Text]:
    """Say what came of an import, a sentence for each kind of thing."""
    for kind in changes.kinds:
        new, changed = changes.of(ImportChange.NEW, kind), changes.of(ImportChange.CHANGED, kind)
        total = new + changed + changes.of(ImportChange.UNCHANGED, kind)
        if total:
            things = _THINGS[kind](total)
            yield _(
                "{things}: {new} new, {changed} changed", things=things, new=new, changed=changed
            )
    if changes.of(ImportChange.CHANGED, "frameworks"):
        yield _("The framework’s own title, version or source changed.")
    for reworded in changes.rewordings:
        yield _(
            "{number}: “{old}” is now “{new}”",
            number=reworded.number,
            old=reworded.old,
            new=reworded.new,
        )
    for (change, kind), text in _LEFT.items():
        if changes.of(change, kind):
            yield text(changes.of(change, kind))


_THINGS: dict[str, Callable[[int], Text]] = {
    "competences": lambda count: _n("{count} competence", "{count} competences", count),
    "indicators": lambda count: _n("{count} indicator", "{count} indicators", count),
    "contexts": lambda count: _n("{count} context", "{count} contexts", count),
    "components": lambda count: _n("{count} course component", "{count} course components", count),
    "people": lambda count: _n("{count} person", "{count} people", count),
    "programmes": lambda count: _n("{count} programme", "{count} programmes", count),
    "class_groups": lambda count: _n("{count} class group", "{count} class groups", count),
    "workplaces": lambda count: _n("{count} workplace", "{count} workplaces", count),
    "tracks": lambda count: _n("{count} track", "{count} tracks", count),
    "placements": lambda count: _n("{count} placement", "{count} placements", count),
    "involvements": lambda count: _n(
        "{count} role around them", "{count} roles around them", count
    ),
    "lessons": lambda count: _n("{count} lesson time", "{count} lesson times", count),
}

_LEFT: dict[tuple[ImportChange, str], Callable[[int], Text]] = {
    (ImportChange.KEPT, "competences"): lambda count: _n(
        "{count} competence is no longer in the file; it stays, with its scores.",
        "{count} competences are no longer in the file; they stay, with their scores.",
        count,
    ),
    (ImportChange.KEPT, "indicators"): lambda count: _n(
        "{count} indicator is no longer in the file; it stays, with its scores.",
        "{count} indicators are no longer in the file; they stay, with their scores.",
        count,
    ),
    (ImportChange.ENDED, "lessons"): lambda count: _n(
        "{count} lesson time has ended.", "{count} lesson times have ended.", count
    ),
    (ImportChange.ENDED, "involvements"): lambda count: _n(
        "{count} role has ended: that person no longer looks on, and what was scored stays.",
        "{count} roles have ended: those people no longer look on, and what was scored stays.",
        count,
    ),
}
