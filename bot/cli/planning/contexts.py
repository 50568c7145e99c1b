"""Reading contexts from a file."""

from collections.abc import Mapping
from pathlib import Path

import click

from bot.cli.planning.printing import PlanningFile, file_options, take_in_file
from bot.domain.importing.drafts import Unsound
from bot.exchange.planning.contexts_csv import ALIASES, read_contexts
from bot.exchange.reading.sentences import sentence_of
from bot.messages import Text, _, _n
from bot.use_cases.planning.contexts.import_contexts import (
    BadContext,
    import_contexts,
)

_REASONS: Mapping[str, Text] = {
    "number": _("{found} cannot be the number of a context: use a whole number from 1 to 9999"),
    "once": _("there are two contexts with number {found}"),
    "competence": _("programme {codes} has no competence {found}"),
}


@click.command()
@file_options
def contexts(file: Path, dry_run: bool, strict: bool) -> int:
    """Read contexts from FILE: CSV with title, number, starts and develops.

    A bad line is named with its reason, and the others are taken in; where none is good it exits
    with 1.
    """
    rows = read_contexts(file)
    return take_in_file(
        file,
        PlanningFile(ALIASES, _count, _reason),
        lambda uow, _school, programmes: import_contexts(uow, programmes, rows, strict=strict),
        dry_run=dry_run,
    )


def _count(count: int) -> Text:
    return _n("{count} context", "{count} contexts", count)


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
