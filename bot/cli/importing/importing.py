"""Reading frameworks, rosters, activity lists and an organisation's own file."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.importing.told import (
    print_changes,
    print_dry_run,
    print_left_out,
    print_outcome,
    print_taken_in,
)
from bot.cli.planning.contexts import contexts
from bot.cli.planning.scenarios import scenarios
from bot.exchange.csv_files import columns_left_out
from bot.exchange.framework_csv import columns_left_out_of_framework, read_framework
from bot.exchange.organisation_file import read_organisation
from bot.exchange.planning.activities_csv import ALIASES as ACTIVITY_ALIASES
from bot.exchange.planning.activities_csv import read_activities
from bot.exchange.roster_csv import ALIASES, read_roster
from bot.messages import Text, _n
from bot.ports.worlds import World
from bot.use_cases.administering.files.take_in_framework import take_in_framework
from bot.use_cases.administering.files.take_in_roster import take_in_roster
from bot.use_cases.importing.activities.import_activities import import_activities
from bot.use_cases.joining.end_placements import end_over
from bot.wiring import open_house
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
        now, reword = instant_of(house, how["at"]), how["reword"]
        changes = take_in_framework(uow, school, draft, now, reword=reword)
        if dry_run:
            uow.connection.rollback()
    if as_json:
        reworded = changes.rewordings_as_json()
        _print_json(changes.as_json() | ({"reworded": reworded} if reworded else {}))
    else:
        click.echo(f"{draft.code} {draft.title}")
        print_changes(house, changes)
    print_left_out(house, columns_left_out_of_framework(file))
    if dry_run:
        print_dry_run(house)


@import_.command()
@FILE
@JSON
@DRY_RUN
@click.option("--strict", is_flag=True, help="Take in nothing where a line is bad.")
@click.option("--rename", is_flag=True, help="Let known people take quite another name.")
@click.option("--coaches-back", is_flag=True, help="Let who handed students over coach them again.")
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
        now = instant_of(house, how["at"])
        report = take_in_roster(
            uow,
            school,
            rows,
            now,
            strict=how["strict"],
            rename=how["rename"],
            coaches_back=how["coaches_back"],
            dry_run=dry_run,
        )
        world = World(False, now)
        over = end_over(uow, world, uow.worlds.list_zones(world))
        if dry_run or report.refused:
            # Not even the school itself, which may have been made just now.
            uow.connection.rollback()
    if as_json:
        _print_json(report.as_json(house.say))
    else:
        print_changes(house, report.changes)
        if over:
            click.echo(house.say(_ended(over)))
    print_left_out(house, columns_left_out(file, ALIASES))
    print_outcome(house, report, dry_run)
    return 1 if report.failed else 0


@import_.command()
@FILE
@DRY_RUN
@click.option("--strict", is_flag=True, help="Take in nothing where a line is bad.")
@at_option
def activities(file: Path, dry_run: bool, strict: bool, at: datetime | None) -> int:
    """Read what workplaces can offer from FILE: CSV with one line per activity.

    A bad line is named with its reason, and the others are taken in; where none is good it exits
    with 1.
    """
    rows = read_activities(file)
    house = open_house()
    with house.transaction() as uow:
        school = house.organisation(uow).id
        said_at = instant_of(house, at)
        report = import_activities(uow, uow.catalogue, school, rows, said_at, strict=strict)
        if dry_run or report.refused:
            uow.connection.rollback()
    print_changes(house, report.changes)
    print_left_out(house, columns_left_out(file, ACTIVITY_ALIASES))
    print_outcome(house, report, dry_run)
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
        report = take_in_organisation(
            house, uow, house.organisation(uow), draft, instant_of(house, at), reword=reword
        )
        if dry_run:
            uow.connection.rollback()
    print_taken_in(house, report)
    if dry_run:
        print_dry_run(house)


import_.add_command(scenarios)
import_.add_command(contexts)


def _print_json(report: dict[str, Any]) -> None:
    click.echo(json.dumps(report, ensure_ascii=False, indent=2))


def _ended(count: int) -> Text:
    return _n(
        "{count} placement has ended by its last day; all scores stay.",
        "{count} placements have ended by their last day; all scores stay.",
        count,
    )
