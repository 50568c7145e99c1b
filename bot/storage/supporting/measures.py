"""What helps students, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.school.tracks import Track
from bot.domain.supporting.measures import Measure, MeasureShare, readable
from bot.ports.supporting.measures import Measures
from bot.storage.connected import Connected
from bot.storage.tables import measure, person

_OF = measure.c.student_id == bindparam("student")
_THIS = measure.c.id == bindparam("this"), _OF
_LIST = select(measure.c.id, measure.c.words, measure.c.share).where(_OF).order_by(measure.c.id)
_COLUMNS = ("organisation_id", "student_id", "words", "share", "said_at")


def _new(*first: ColumnElement[Any]) -> Select[Any]:
    return select(
        *first,
        person.c.organisation_id,
        person.c.id,
        bindparam("new_words", type_=measure.c.words.type),
        bindparam("new_share", type_=measure.c.share.type),
        bindparam("at", type_=measure.c.said_at.type),
    ).where(person.c.id == bindparam("student"))


_ADD = insert(measure).from_select(_COLUMNS, _new())
_RESTORE = insert(measure).from_select(
    ["id", *_COLUMNS], _new(bindparam("this", type_=measure.c.id.type))
)
_NEWEST = select(measure.c.id).where(_OF).order_by(measure.c.id.desc()).limit(1)
_SHARE = update(measure).where(*_THIS).values(share=bindparam("new_share"))
_DROP = delete(measure).where(*_THIS)


class StoredMeasures(Connected, Measures):
    """Support measures on one connection."""

    @override
    def list_own(self, student_id: int) -> Sequence[Measure]:
        rows = self._connection.execute(_LIST, {"student": student_id})
        return [Measure(row.id, row.words, MeasureShare(row.share)) for row in rows]

    @override
    def list_readable(self, track: Track) -> Sequence[Measure]:
        own = self.list_own(track.student_id)
        return [measure for measure in own if readable(track.roles, measure.share)]

    @override
    def add(self, student_id: int, words: str, share: MeasureShare, at: datetime) -> int:
        new = {"student": student_id, "new_words": words, "new_share": share, "at": at}
        self._connection.execute(_ADD, new)
        return int(self._connection.execute(_NEWEST, {"student": student_id}).scalar_one())

    @override
    def restore(self, student_id: int, measure: Measure, at: datetime) -> None:
        kept = {"this": measure.id, "new_words": measure.words, "new_share": measure.share}
        self._connection.execute(_RESTORE, {**kept, "student": student_id, "at": at})

    @override
    def set_share(self, student_id: int, measure_id: int, share: MeasureShare) -> bool:
        asked = {"student": student_id, "this": measure_id, "new_share": share}
        return self._connection.execute(_SHARE, asked).rowcount > 0

    @override
    def drop(self, student_id: int, measure_id: int) -> bool:
        asked = {"student": student_id, "this": measure_id}
        return self._connection.execute(_DROP, asked).rowcount > 0
