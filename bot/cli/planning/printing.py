"""Files of planning: taken in for the school, and what of them is new, bad, or left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from bot.domain.importing.changes import ImportChange
from bot.domain.school.frameworks import Programme
from bot.exchange.csv_files import Aliases, columns_left_out
from bot.messages import Sayable, Text, _
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.planning.file_report import FileReport
from bot.wiring import House, open_house


@dataclass(frozen=True, slots=True)
class PlanningFile:
    """A sort of file: how its columns are called, its things counted, and a bad line explained."""

    aliases: Aliases
    count_things: Callable[[int], Text]
    say_wrong: Callable[[Any], Sayable]


Takes = Callable[[StoredUnitOfWork, int, Sequence[Programme]], FileReport[Any]]
"""Takes lines in, for a school and its programmes, and reports on them."""


def file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command read FILE, and be told to write nothing, or nothing where a line is bad."""
    file = click.argument("file", type=click.Path(path_type=Path))
    dry = click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
    strict = click.option("--strict", is_flag=True, help="Take in nothing where a line is bad.")
    return file(dry(strict(command)))


def take_in_file(file: Path, sort: PlanningFile, takes: Takes, *, dry_run: bool) -> int:
    """Take a file in for the school, or say what would come of it; 1 where no line is good."""
    house = open_house()
    with house.transaction() as uow:
        school = house.organisation(uow).id
        known = uow.catalogue.programmes.list_all(school)
        programmes = [uow.tracks.read_programme(row.id) for row in known]
        report = takes(uow, school, programmes)
        if dry_run or report.refused:
            uow.connection.rollback()
    print_report(house, report, sort.count_things, sort.say_wrong)
    print_end(house, file, sort.aliases, dry=dry_run and not report.refused)
    return 1 if report.failed else 0


def print_report(
    house: House,
    report: FileReport[Any],
    count_things: Callable[[int], Text],
    say_wrong: Callable[[Any], Sayable],
) -> None:
    """Print how many things are new and changed, and each bad line with its reason."""
    (kind,) = report.changes.kinds
    new, changed, same = (
        report.changes.of(change, kind)
        for change in (ImportChange.NEW, ImportChange.CHANGED, ImportChange.UNCHANGED)
    )
    if total := new + changed + same:
        things = count_things(total)
        said = _("{things}: {new} new, {changed} changed", things=things, new=new, changed=changed)
        click.echo(house.say(said))
    for rejected in report.rejected:
        bad = _("Line {line}: {reason}.", line=rejected.line, reason=say_wrong(rejected.wrong))
        click.echo(house.say(bad), err=True)
    if report.refused:
        click.echo(house.say(_("Nothing was taken in. Mend these lines and try again.")), err=True)


def print_end(house: House, file: Path, aliases: Aliases, *, dry: bool) -> None:
    """Print which columns of a file are not read, and that nothing was written in a `dry` run."""
    if left_out := columns_left_out(file, aliases):
        text = _("Not read, since no column is called so: {columns}.", columns=", ".join(left_out))
        click.echo(house.say(text), err=True)
    if dry:
        click.echo(house.say(_("This was a dry run: nothing was written.")), err=True)
