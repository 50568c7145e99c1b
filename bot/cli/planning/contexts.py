"""Reading contexts from a file."""

from collections.abc import Mapping
from pathlib import Path

import click

from bot.domain.importing.changes import ImportChange
from bot.domain.importing.drafts import Unsound
from bot.exchange.csv_files import columns_left_out
from bot.exchange.planning.contexts_csv import ALIASES, read_contexts
from bot.exchange.reading.sentences import sentence_of
from bot.messages import Text, _, _n
from bot.use_cases.planning.contexts.import_contexts import (
    KIND,
    BadContext,
    ContextReport,
    import_contexts,
)
from bot.wiring import House, open_house

_REASONS: Mapping[str, Text] = {
    "number": _("{found} cannot be the number of a context: use a whole number from 1 to 9999"),
    "once": _("there are two contexts with number {found}"),
    "competence": _("programme {codes} has no competence {found}"),
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and write nothing.")
@click.option("--strict", is_flag=True, help="Take in nothing where a line is bad.")
def contexts(file: Path, dry_run: bool, strict: bool) -> int:
    """Read contexts from FILE: CSV with title, number, starts and develops.

    A bad line is named with its reason, and the others are taken in; where none is good it exits
    with 1.
    """
    rows = read_contexts(file)
    house = open_house()
    with house.transaction() as uow:
        known = uow.catalogue.programmes.list_all(house.organisation(uow).id)
        programmes = [uow.tracks.read_programme(row.id) for row in known]
        report = import_contexts(uow, programmes, rows, strict=strict)
        if dry_run or report.refused:
            uow.connection.rollback()
    _print_report(house, report)
    if left_out := columns_left_out(file, ALIASES):
        text = _("Not read, since no column is called so: {columns}.", columns=", ".join(left_out))
        click.echo(house.say(text), err=True)
    if dry_run and not report.refused:
        click.echo(house.say(_("This was a dry run: nothing was written.")), err=True)
    return 1 if report.failed else 0


def _print_report(house: House, report: ContextReport) -> None:
    new, changed, same = (
        report.changes.of(change, KIND)
        for change in (ImportChange.NEW, ImportChange.CHANGED, ImportChange.UNCHANGED)
    )
    if total := new + changed + same:
        things = _n("{count} context", "{count} contexts", total)
        said = _("{things}: {new} new, {changed} changed", things=things, new=new, changed=changed)
        click.echo(house.say(said))
    for rejected in report.rejected:
        bad = _("Line {line}: {reason}.", line=rejected.line, reason=_reason(rejected.wrong))
        click.echo(house.say(bad), err=True)
    if report.refused:
        click.echo(house.say(_("Nothing was taken in. Mend these lines and try again.")), err=True)


def _reason(wrong: BadContext | Unsound) -> Text:
    if isinstance(wrong, Unsound):
        return sentence_of(wrong)
    codes = ", ".join(wrong.among)
    if wrong.sort in _REASONS:
        return Text(_REASONS[wrong.sort].key, {"found": wrong.found, "codes": codes})
    if not wrong.among:
        return _("there is no programme yet: import a framework first")
    if not wrong.found:
        return _("it names no programme, and there are several: {codes}", codes=codes)
    return _("there is no programme {found}; there are: {codes}", found=wrong.found, codes=codes)
