"""Placements that stop, on one connection: their mentors leave, and can come back."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    delete,
    exists,
    insert,
    literal_column,
    select,
    union,
    update,
)
from typing_extensions import override

from bot.domain.school.tracks import Role
from bot.domain.supporting.stops import PlacementStop, StopAudience, Stopping, StopReason
from bot.ports.supporting.stops import ALL, Stops
from bot.ports.worlds import World
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.school.leaving import THESE, over_by, part_with, return_to
from bot.storage.tables import (
    former_involvement,
    involvement,
    person,
    placement,
    placement_stop,
    track,
    workplace,
)

_ONE: ColumnElement[int] = literal_column("1")
_STOPS = (
    select(
        placement.c.id,
        placement.c.track_id,
        placement.c.organisation_id,
        placement.c.stopped_on,
        placement.c.left_at,
        track.c.student_id,
        person.c.name.label("student"),
        workplace.c.name.label("workplace"),
        placement_stop.c.by_id,
        placement_stop.c.reason,
        placement_stop.c.hears,
        placement_stop.c.said_at,
    )
    .join(placement_stop, placement_stop.c.placement_id == placement.c.id)
    .join(track, track.c.id == placement.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .where(placement.c.stopped_on.is_not(None))
)
_FIND = _STOPS.where(placement.c.id == bindparam("placement"))
_OF_TRACK = _STOPS.where(placement.c.track_id == bindparam("track")).order_by(
    placement.c.stopped_on, placement.c.id
)
_AROUND = union(
    select(involvement.c.person_id, involvement.c.role).where(
        involvement.c.placement_id == bindparam("placement")
    ),
    select(former_involvement.c.person_id, former_involvement.c.role).where(
        former_involvement.c.placement_id == bindparam("placement"),
        former_involvement.c.role == Role.MENTOR.value,
    ),
).order_by("person_id", "role")
_HERE = and_(placement.c.track_id == bindparam("track"), placement.c.ended_at.is_(None))
_NOWHERE = select(
    exists(_ONE).where(_HERE, placement.c.left_at.is_not(None)),
    exists(_ONE).where(_HERE, placement.c.left_at.is_(None)),
)
_THIS = placement.c.id == bindparam("placement")
_MARK = update(placement).where(_THIS).values(stopped_on=bindparam("last_day"), left_at=None)
_UNMARK = update(placement).where(_THIS).values(stopped_on=None, left_at=None)
_NOTE = insert(placement_stop).from_select(
    ["organisation_id", "placement_id", "by_id", "reason", "hears", "said_at"],
    select(
        placement.c.organisation_id,
        placement.c.id,
        bindparam("by", type_=placement_stop.c.by_id.type),
        bindparam("why", type_=placement_stop.c.reason.type),
        bindparam("told", type_=placement_stop.c.hears.type),
        bindparam("at", type_=Instant),
    ).where(_THIS),
)
_FORGET = delete(placement_stop).where(placement_stop.c.placement_id == bindparam("placement"))

_HERE_MENTORS = (
    involvement.c.placement_id.in_(THESE),
    involvement.c.role == Role.MENTOR.value,
)
_GONE_MENTORS = (
    former_involvement.c.placement_id.in_(THESE),
    former_involvement.c.role == Role.MENTOR.value,
)
_PART = part_with(*_HERE_MENTORS)
_LEAVE = delete(involvement).where(*_HERE_MENTORS)
_CLEAR = delete(former_involvement).where(*_GONE_MENTORS)
_RETURN = return_to(
    *_GONE_MENTORS,
    ~exists(_ONE).where(
        involvement.c.placement_id == former_involvement.c.placement_id,
        involvement.c.person_id == former_involvement.c.person_id,
        involvement.c.role == former_involvement.c.role,
    ),
)
_LEFT = (
    update(placement)
    .where(placement.c.id.in_(THESE))
    .values(left_at=bindparam("new_left", type_=Instant))
)
STOPPED = over_by(placement.c.left_at.is_(None), placement.c.stopped_on < bindparam("today"))


class StoredStops(Connected, Stops):
    """Stops on one connection."""

    @override
    def find(self, placement_id: int) -> PlacementStop | None:
        row = self._connection.execute(_FIND, {"placement": placement_id}).one_or_none()
        return _stop(row) if row else None

    @override
    def list_of(self, track_id: int) -> Sequence[PlacementStop]:
        rows = self._connection.execute(_OF_TRACK, {"track": track_id})
        return [_stop(row) for row in rows]

    @override
    def list_around(self, placement_id: int) -> Sequence[tuple[int, Role]]:
        rows = self._connection.execute(_AROUND, {"placement": placement_id})
        return [(row.person_id, Role(row.role)) for row in rows]

    @override
    def is_without_workplace(self, track_id: int) -> bool:
        left, runs = self._connection.execute(_NOWHERE, {"track": track_id}).one()
        return bool(left) and not runs

    @override
    def keep(
        self, placement_id: int, by: int | None, said: Stopping, at: datetime
    ) -> PlacementStop:
        this = {"placement": placement_id}
        self._connection.execute(_FORGET, this)
        self._connection.execute(_MARK, {**this, "last_day": said.last_day.isoformat()})
        noted = {"by": by, "why": said.reason, "told": said.hears, "at": at}
        self._connection.execute(_NOTE, {**this, **noted})
        return _stop(self._connection.execute(_FIND, this).one())

    @override
    def drop(self, placement_id: int) -> None:
        these = {"placements": [placement_id]}
        self._connection.execute(_RETURN, these)
        self._connection.execute(_CLEAR, these)
        self._connection.execute(_UNMARK, {"placement": placement_id})
        self._connection.execute(_FORGET, {"placement": placement_id})

    @override
    def list_over(self, world: World, today: date, at_most: int = ALL) -> Sequence[int]:
        values = {"today": today.isoformat(), "world": world.here, "at_most": at_most}
        return list(self._connection.execute(STOPPED, values).scalars())

    @override
    def leave(self, placements: Collection[int], at: datetime) -> None:
        these = {"placements": list(placements)}
        self._connection.execute(_CLEAR, these)
        self._connection.execute(_PART, these)
        self._connection.execute(_LEAVE, these)
        self._connection.execute(_LEFT, {**these, "new_left": at})


def _stop(row: Row[*tuple[Any, ...]]) -> PlacementStop:
    said = Stopping(
        StopReason(row.reason), date.fromisoformat(row.stopped_on), StopAudience(row.hears)
    )
    return PlacementStop(
        row.id,
        row.track_id,
        row.student_id,
        row.student,
        row.workplace,
        row.organisation_id,
        row.by_id,
        said,
        row.said_at,
        row.left_at,
    )
