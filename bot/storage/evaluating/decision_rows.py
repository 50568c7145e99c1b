"""Rows of decisions, read back: also those that somebody changed behind our back."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Dialect, type_coerce
from typing_extensions import override

from bot.domain.evaluating.decisions import (
    DecisionHead,
    DecisionKind,
    Ruling,
    digest_of_decision,
    read_basis,
)
from bot.domain.periods.photos import Link
from bot.domain.school.naming import note_unsure, whole
from bot.ports.evaluating.decisions import Decision, Kept, NewDecision, Told
from bot.ports.periods.photos import Seal
from bot.storage.columns import Instant
from bot.storage.named import as_it_is
from bot.storage.tables import decision

NO_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
"""What is read where an instant stood that is none any more: its row does not fit its digest."""


class AnyInstant(Instant):
    """An instant that SQLite may have as something else, once somebody wrote that there."""

    cache_ok = True

    @override
    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], datetime | None] | None:
        read = super().result_processor(dialect, coltype)
        return _loosely(read) if read else None


def _loosely(read: Callable[[Any], datetime | None]) -> Callable[[Any], datetime | None]:
    def loosely(value: Any) -> datetime | None:
        try:
            return read(value)
        except (TypeError, ValueError):
            return NO_INSTANT

    return loosely


COLUMNS = (
    *(column for column in decision.c if column is not decision.c.made_at),
    type_coerce(decision.c.made_at, AnyInstant()).label("made_at"),
)
"""All columns, read so that one that was changed holds up no other row."""


KEPT_COLUMNS = (
    *(as_it_is(column) for column in decision.c if column is not decision.c.made_at),
    COLUMNS[-1],
)
"""The same for whoever checks them: as they are kept, whatever their school says abroad."""


def decision_of(row: Any) -> Decision:
    """Read a decision, and whether it is as it was recorded."""
    head = DecisionHead(
        row.organisation_id, row.track_id, row.period_id, row.photo_digest, row.follows_id
    )
    ruling = Ruling(
        DecisionKind(row.kind),
        _names(row.council),
        _day(row.decided_on, row.made_at),
        str(row.reason),
        str(row.words),
    )
    new = NewDecision(head, ruling, row.basis, row.author_id, row.made_at)
    told = Told(row.told_by, date.fromisoformat(row.told_on)) if row.told_by is not None else None
    link = Link(row.number, row.before)
    return Decision(row.id, new, link, row.digest, _seal(row), told, fits=_fits(row))


def kept_of(row: Any) -> Kept:
    """Read what is kept of a decision, for whoever checks it."""
    basis = read_basis(row.basis)
    own = basis is not None and basis.student_id == row.student_id
    return Kept(
        organisation_id=row.organisation_id,
        period_id=row.period_id,
        link=Link(row.number if isinstance(row.number, int) else 0, str(row.before)),
        digest=str(row.digest),
        seal=_seal(row),
        fits=_fits(row),
        stands=bool(row.stands) and own,
        student=row.student,
        period=row.period,
        now=digest_of_decision(row._mapping),
    )


def _fits(row: Any) -> bool:
    return bool(digest_of_decision(whole(row._mapping)) == row.digest)


def _names(written: Any) -> Sequence[str]:
    note_unsure()  # as they are said they are no longer what was read
    try:
        found = json.loads(written)
    except (TypeError, ValueError):
        found = None
    return tuple(map(str, found)) if found and isinstance(found, list) else (str(written),)


def _day(written: Any, made_at: datetime) -> date:
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError):
        return made_at.date()


def _seal(row: Any) -> Seal | None:
    return Seal(str(row.public_key), str(row.signature)) if row.signature else None
