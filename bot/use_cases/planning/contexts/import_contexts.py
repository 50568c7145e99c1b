"""Take contexts in from a file: a bad line is named, and the others are taken in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.importing.drafts import ContextDraft, Unsound
from bot.domain.school.frameworks import Programme
from bot.ports import UnitOfWork
from bot.ports.planning.contexts import KeptContext
from bot.use_cases.planning.file_report import FileReport, RejectedLine, find_programme

_KIND = "contexts"

_APART = re.compile(r"[\s,;|/]+")
_WHOLE = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class ContextLine:
    """One line of the file, cell by cell; no programme is the only one of the school.

    Without a number it is the context of that title, or a new one behind the others.
    """

    line: int
    title: str
    number: str = ""
    starts: str = ""
    develops: str = ""
    programme: str = ""


class BadContext(ValueError):
    """A line cannot be taken in: what was written is not the `sort` of thing it should be."""

    def __init__(self, sort: str, found: str = "", among: Sequence[str] = ()) -> None:
        """Keep what was written, and what there is instead."""
        super().__init__(sort)
        self.sort = sort
        self.found = found
        self.among = tuple(among)


def import_contexts(
    uow: UnitOfWork,
    programmes: Sequence[Programme],
    rows: Iterable[ContextLine],
    *,
    strict: bool = False,
) -> FileReport[BadContext | Unsound]:
    """Bring the contexts of programmes to what a file says; those that it does not name stay.

    Strict, a bad line refuses the whole file.
    """
    rejected: list[RejectedLine[BadContext | Unsound]] = []
    read: dict[tuple[int, int], tuple[Programme, ContextDraft]] = {}
    for row in rows:
        try:
            programme = _find_programme(programmes, row.programme)
            draft = _read(programme, row, {number for own, number in read if own == programme.id})
        except (BadContext, Unsound) as wrong:
            rejected.append(RejectedLine(row.line, wrong))
        else:
            read[programme.id, draft.number] = programme, draft
    changes = Changes((_KIND,))
    if strict and rejected:
        return FileReport(changes, tuple(rejected), refused=True)
    for programme, draft in read.values():
        changes.count(_keep(uow, programme, draft), _KIND)
    return FileReport(changes, tuple(rejected), refused=False)


def _find_programme(programmes: Sequence[Programme], written: str) -> Programme:
    found = find_programme(programmes, written)
    if found is None:
        raise BadContext("programme", written, [own.code for own in programmes])
    return found


def _read(programme: Programme, row: ContextLine, taken: set[int]) -> ContextDraft:
    number = _number(programme, row, taken)
    if number in taken:
        raise BadContext("once", str(number))
    starts, develops = (_numbers(programme, cell) for cell in (row.starts, row.develops))
    return ContextDraft(number, row.title, starts, develops)


def _number(programme: Programme, row: ContextLine, taken: set[int]) -> int:
    if row.number:
        if not _WHOLE.fullmatch(row.number):
            raise BadContext("number", row.number)
        return int(row.number)
    folded = row.title.casefold()
    known = {own.title.casefold(): own.number for own in programme.contexts}
    behind = max([*known.values(), *taken], default=0) + 1
    return known.get(folded, behind)


def _numbers(programme: Programme, cell: str) -> tuple[int, ...]:
    found = []
    for written in filter(None, _APART.split(cell)):
        known = _WHOLE.fullmatch(written) and programme.competence(int(written))
        if not known:
            raise BadContext("competence", written, [programme.code])
        found.append(int(written))
    return tuple(found)


def _keep(uow: UnitOfWork, programme: Programme, draft: ContextDraft) -> ImportChange:
    stands = programme.context(draft.number)
    if stands and (stands.title, dict(stands.trains)) == (draft.title, draft.trains):
        return ImportChange.UNCHANGED
    ids = {own.number: own.id for own in programme.competences}
    trains = {ids[number]: how for number, how in draft.trains.items()}
    uow.tracks.keep_context(programme.id, KeptContext(draft.number, draft.title, trains))
    return ImportChange.CHANGED if stands else ImportChange.NEW
