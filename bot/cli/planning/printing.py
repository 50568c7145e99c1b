"""What came of a file of planning, as it is printed: what is new, bad, or left out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from bot.domain.importing.changes import ImportChange
from bot.exchange.csv_files import Aliases, columns_left_out
from bot.messages import Sayable, Text, _
from bot.use_cases.planning.file_report import FileReport
from bot.wiring import House


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
