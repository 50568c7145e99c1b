"""Choices of course components on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.evaluating.choosing import Chosen, LateChoice
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Track
from bot.ports.evaluating.choices import Choices
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import choice, late_choice, person

_OF = select(choice.c.track_id, choice.c.course_component_id).where(
    choice.c.period_id == bindparam("period"),
    choice.c.track_id.in_(bindparam("tracks", expanding=True)),
)
_EVER = select(choice.c.period_id, choice.c.course_component_id).where(
    choice.c.track_id == bindparam("track")
)
_THIS = (
    choice.c.period_id == bindparam("period"),
    choice.c.track_id == bindparam("track"),
    choice.c.course_component_id == bindparam("component"),
)
_FIND = select(
    choice.c.course_component_id, choice.c.author_id, choice.c.chosen_at, choice.c.reason
).where(*_THIS)
_DROP = delete(choice).where(*_THIS)
_ADD = insert(choice)
_LATE = select(late_choice, person.c.name.label("author")).join(
    person, person.c.id == late_choice.c.author_id
)
_FIND_LATE = _LATE.where(late_choice.c.id == bindparam("late"))
_LIST_LATE = _LATE.where(
    late_choice.c.period_id == bindparam("period"),
    late_choice.c.track_id.in_(bindparam("tracks", expanding=True)),
    late_choice.c.undone_at.is_(None),
).order_by(late_choice.c.id)
_ADD_LATE = insert(late_choice).returning(late_choice.c.id)
_UNDO_LATE = (
    update(late_choice)
    .where(late_choice.c.id == bindparam("late"))
    .values(undone_at=bindparam("at", type_=Instant))
)


class StoredChoices(Connected, Choices):
    """Choices on one connection."""

    @override
    def read_chosen(self, period: Period, tracks: Collection[int]) -> Mapping[int, Collection[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        asked = {"period": period.id, "tracks": list(tracks)}
        for row in self._connection.execute(_OF, asked):
            found[row.track_id].add(row.course_component_id)
        return found

    @override
    def read_by_period(self, track: Track) -> Mapping[int, Collection[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for row in self._connection.execute(_EVER, {"track": track.id}):
            found[row.period_id].add(row.course_component_id)
        return found

    @override
    def find(self, period: Period, track: Track, component_id: int) -> Chosen | None:
        asked = {"period": period.id, "track": track.id, "component": component_id}
        row = self._connection.execute(_FIND, asked).one_or_none()
        return Chosen(*row) if row else None

    @override
    def put(self, period: Period, track: Track, chosen: Chosen) -> None:
        row = {
            "organisation_id": period.organisation_id,
            "period_id": period.id,
            "track_id": track.id,
            "course_component_id": chosen.component_id,
            "author_id": chosen.author_id,
            "chosen_at": chosen.chosen_at,
            "reason": chosen.reason,
        }
        self._connection.execute(_ADD, row)

    @override
    def drop(self, period: Period, track: Track, component_id: int) -> bool:
        asked = {"period": period.id, "track": track.id, "component": component_id}
        return bool(self._connection.execute(_DROP, asked).rowcount)

    @override
    def add_late(self, late: LateChoice, organisation_id: int) -> int:
        row = {
            "organisation_id": organisation_id,
            "period_id": late.period_id,
            "track_id": late.track_id,
            "course_component_id": late.component_id,
            "chosen": late.chosen,
            "author_id": late.author_id,
            "reason": late.reason,
            "said_at": late.said_at,
        }
        return int(self._connection.execute(_ADD_LATE, row).scalar_one())

    @override
    def find_late(self, late_id: int) -> LateChoice | None:
        row = self._connection.execute(_FIND_LATE, {"late": late_id}).one_or_none()
        return _late(row) if row else None

    @override
    def list_late(self, period: Period, tracks: Collection[int]) -> Sequence[LateChoice]:
        asked = {"period": period.id, "tracks": list(tracks)}
        return [_late(row) for row in self._connection.execute(_LIST_LATE, asked)]

    @override
    def undo_late(self, late_id: int, at: datetime) -> None:
        self._connection.execute(_UNDO_LATE, {"late": late_id, "at": at})


def _late(row: Any) -> LateChoice:
    return LateChoice(
        id=row.id,
        period_id=row.period_id,
        track_id=row.track_id,
        component_id=row.course_component_id,
        chosen=row.chosen,
        author_id=row.author_id,
        author=row.author,
        reason=row.reason,
        said_at=row.said_at,
        undone_at=row.undone_at,
    )
