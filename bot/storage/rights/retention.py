"""Retention on one connection: ended tracks, what is next of each, and what became of it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    true,
    union,
    update,
)
from typing_extensions import override

from bot.domain.rights.retention import Keeping, TrackLife
from bot.domain.school.tracks import Role
from bot.ports.rights.retention import KeptTrack, Retentions
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    administrator,
    former_involvement,
    involvement,
    organisation_table,
    person,
    placement,
    programme,
    retention,
    track,
)

_EARLY = datetime(2000, 1, 1, tzinfo=UTC)
"""An instant that is over: what is next is worked out by the next tick."""

_A_DAY = timedelta(days=1)

_RUNS = exists().where(placement.c.track_id == track.c.id, placement.c.ended_at.is_(None))
_ENDED_AT = (
    select(func.max(placement.c.ended_at))
    .where(placement.c.track_id == track.c.id)
    .correlate(track)
    .scalar_subquery()
)
_SAME_END = func.coalesce(retention.c.ended_at == _ENDED_AT, true())
"""Of a row: it is of the end that stands. What became of one before counts no more."""


def _since_end(column: Column[Any]) -> ColumnElement[Any]:
    return case((_SAME_END, column)).label(column.name)


_ENDED = (
    select(
        track.c.id.label("track_id"),
        track.c.organisation_id,
        track.c.programme_id,
        track.c.student_id,
        programme.c.retention_months,
        programme.c.photo_months,
        # Once the placements are gone, when the last one ended is kept beside.
        func.coalesce(_ENDED_AT, retention.c.ended_at, type_=Instant).label("ended_at"),
        *map(
            _since_end,
            (
                retention.c.told_at,
                retention.c.longer_until,
                retention.c.records_erased_at,
                retention.c.words_erased_at,
            ),
        ),
    )
    .join(programme, programme.c.id == track.c.programme_id)
    .join(person, person.c.id == track.c.student_id)
    .outerjoin(retention, retention.c.track_id == track.c.id)
    .where(
        ~_RUNS,
        person.c.erased_at.is_(None),
        or_(_ENDED_AT.is_not(None), retention.c.ended_at.is_not(None)),
    )
    .order_by(track.c.id)
)
_KNOWN = exists().where(retention.c.track_id == track.c.id, _SAME_END)
"""Of a track: what is next of it was worked out, from the end that stands."""
_OF_WORLD = select(track.c.id).join(
    organisation_table, organisation_table.c.id == track.c.organisation_id
)
UNPLANNED = _OF_WORLD.join(person, person.c.id == track.c.student_id).where(
    IN_WORLD,
    person.c.erased_at.is_(None),
    ~_RUNS,
    ~_KNOWN,
    exists().where(placement.c.track_id == track.c.id),
)
TAKEN_UP = _OF_WORLD.join(retention, retention.c.track_id == track.c.id).where(IN_WORLD, _RUNS)
DUE = _OF_WORLD.join(retention, retention.c.track_id == track.c.id).where(
    IN_WORLD, retention.c.next_at <= bindparam("at", type_=Instant)
)
_KEEPING = select(programme.c.retention_months, programme.c.photo_months).where(
    programme.c.id == bindparam("of_programme")
)
_SET_KEEPING = update(programme).where(programme.c.id == bindparam("of_programme"))
_PLAN_ANEW = (
    update(retention)
    .where(
        retention.c.words_erased_at.is_(None),
        retention.c.track_id.in_(
            select(track.c.id).where(track.c.programme_id == bindparam("of_programme"))
        ),
    )
    .values(next_at=bindparam("early", type_=Instant))
)
_KEPT_LONGER = select(retention.c.track_id).where(
    retention.c.track_id == bindparam("of_track"),
    retention.c.records_erased_at.is_(None),
    retention.c.longer_until > bindparam("beyond", type_=Instant),
)
_FORGET_BEFORE = delete(retention).where(
    retention.c.track_id == bindparam("of_track"),
    retention.c.ended_at != bindparam("then", type_=Instant),
)
"""Forget what became of a track before it was taken up again."""
_COACHES = select(former_involvement.c.person_id).where(
    former_involvement.c.track_id == bindparam("of_track"),
    former_involvement.c.role == Role.COACH.value,
)
_AROUND = select(former_involvement.c.person_id).where(
    former_involvement.c.track_id == bindparam("of_track")
)
_PEOPLE = bindparam("people", expanding=True, type_=Integer)
_BUSY = union(
    select(involvement.c.person_id),
    select(former_involvement.c.person_id),
    select(administrator.c.person_id),
    select(track.c.student_id).where(
        or_(
            _RUNS,
            ~exists().where(
                retention.c.track_id == track.c.id,
                retention.c.words_erased_at.is_not(None),
                _SAME_END,
            ),
        )
    ),
)
_LEFT = select(person.c.id).where(
    person.c.id.in_(_PEOPLE), person.c.erased_at.is_(None), person.c.id.not_in(_BUSY)
)
_WAITING = (
    select(
        func.count(), func.count().filter(retention.c.next_at <= bindparam("late", type_=Instant))
    )
    .select_from(retention)
    .join(organisation_table, organisation_table.c.id == retention.c.organisation_id)
    .where(IN_WORLD, retention.c.next_at.is_not(None))
)


class StoredRetentions(Connected, Retentions):
    """Retention on one connection."""

    @override
    def read_keeping(self, programme_id: int) -> Keeping:
        row = self._connection.execute(_KEEPING, {"of_programme": programme_id}).one()
        return Keeping(row.retention_months, row.photo_months)

    @override
    def set_keeping(self, programme_id: int, keeping: Keeping) -> None:
        months = {"retention_months": keeping.months, "photo_months": keeping.photo_months}
        self._connection.execute(_SET_KEEPING.values(months), {"of_programme": programme_id})
        anew = {"of_programme": programme_id, "early": _EARLY}
        self._connection.execute(_PLAN_ANEW, anew)

    @override
    def find(self, track_id: int) -> KeptTrack | None:
        row = self._connection.execute(_ENDED.where(track.c.id == track_id)).one_or_none()
        return _kept(row) if row else None

    @override
    def list_ended_of(self, person_id: int) -> Sequence[KeptTrack]:
        rows = self._connection.execute(_ENDED.where(track.c.student_id == person_id))
        return [_kept(row) for row in rows]

    @override
    def list_stirring(self, world: World, at_most: int) -> Sequence[int]:
        asked = {"world": world.here, "at": world.at}
        found = union(UNPLANNED, TAKEN_UP, DUE).limit(at_most)
        return self._connection.execute(found, asked).scalars().all()

    @override
    def plan(self, track: KeptTrack, next_at: datetime | None) -> None:
        values = {"next_at": next_at, "ended_at": track.life.ended_at}
        before = {"of_track": track.track_id, "then": track.life.ended_at}
        self._connection.execute(_FORGET_BEFORE, before)
        if not self._change(track.track_id, **values):
            row = {"track_id": track.track_id, "organisation_id": track.organisation_id}
            self._connection.execute(insert(retention).values(**row, **values))

    @override
    def forget_plan(self, track_id: int) -> None:
        self._connection.execute(delete(retention).where(retention.c.track_id == track_id))

    @override
    def mark_told(self, track_id: int, at: datetime) -> None:
        self._change(track_id, told_at=at)

    @override
    def keep_longer(self, track_id: int, by_id: int, until: datetime) -> None:
        # It is announced again, a month before that.
        self._change(track_id, longer_by_id=by_id, longer_until=until, told_at=None, next_at=_EARLY)

    @override
    def mark_records_erased(self, track_id: int, at: datetime) -> None:
        self._change(track_id, records_erased_at=at)

    @override
    def mark_words_erased(self, track_id: int, at: datetime) -> None:
        self._change(track_id, words_erased_at=at)

    @override
    def is_kept_longer(self, track_id: int, at: datetime) -> bool:
        asked = {"of_track": track_id, "beyond": at}
        return self._connection.execute(_KEPT_LONGER, asked).first() is not None

    @override
    def list_around(self, track_id: int) -> Sequence[int]:
        found = self._connection.execute(_AROUND, {"of_track": track_id})
        return sorted(set(found.scalars()))

    @override
    def list_coaches(self, track_id: int) -> Sequence[int]:
        found = self._connection.execute(_COACHES, {"of_track": track_id})
        return sorted(set(found.scalars()))

    @override
    def list_left(self, people: Sequence[int]) -> Sequence[int]:
        return self._connection.execute(_LEFT, {"people": list(people)}).scalars().all()

    @override
    def count_waiting(self, world: World) -> tuple[int, int]:
        asked = {"world": world.here, "late": world.at - _A_DAY}
        waiting, overdue = self._connection.execute(_WAITING, asked).one()
        return waiting, overdue

    def _change(self, track_id: int, **values: Any) -> bool:
        changed = update(retention).where(retention.c.track_id == track_id).values(**values)
        return self._connection.execute(changed).rowcount > 0


def _kept(row: Any) -> KeptTrack:
    life = TrackLife(
        row.ended_at, row.told_at, row.longer_until, row.records_erased_at, row.words_erased_at
    )
    keeping = Keeping(row.retention_months, row.photo_months)
    return KeptTrack(
        row.track_id, row.organisation_id, row.programme_id, row.student_id, keeping, life
    )
