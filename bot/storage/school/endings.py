"""Placements that end and are taken up again, with everybody around them, on one connection."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal_column,
    select,
    update,
)
from typing_extensions import override

from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Role
from bot.ports.joining.endings import ALL, Endings
from bot.ports.worlds import World
from bot.storage.clock.afterwards import at_the_end
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.school.leaving import THESE, over_by, part_with, return_to
from bot.storage.tables import (
    former_involvement,
    involvement,
    person,
    placement,
    programme,
    track,
    workplace,
)

_LIVES = (
    select(
        placement.c.id,
        placement.c.organisation_id,
        placement.c.track_id,
        track.c.student_id.label("person_id"),
        person.c.name.label("student"),
        person.c.school_id.label("student_id"),
        programme.c.code.label("programme"),
        workplace.c.name.label("workplace"),
        placement.c.ended_at,
        placement.c.left_at,
        func.coalesce(placement.c.stopped_on, placement.c.ends_on).label("agreed_on"),
    )
    .join(track, track.c.id == placement.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .join(programme, programme.c.id == track.c.programme_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .order_by(person.c.name, placement.c.id)
)
_FIND = _LIVES.where(placement.c.id == bindparam("placement"))
_OF_STUDENT = _LIVES.where(track.c.student_id == bindparam("student"))
_OF_TRACK = _LIVES.where(placement.c.track_id == bindparam("track"))
_ONE: ColumnElement[int] = literal_column("1")
_COACHED = _LIVES.where(
    placement.c.ended_at.is_not(None),
    exists(_ONE).where(
        former_involvement.c.placement_id == placement.c.id,
        former_involvement.c.person_id == bindparam("coach"),
        former_involvement.c.role == Role.COACH.value,
    ),
)
_LEFT = func.coalesce(placement.c.left_at, placement.c.ended_at)
_FORMER = (
    _LIVES.where(
        _LEFT.is_not(None),
        exists(_ONE).where(
            former_involvement.c.placement_id == placement.c.id,
            former_involvement.c.person_id == bindparam("person"),
        ),
        ~exists(_ONE).where(
            involvement.c.track_id == placement.c.track_id,
            involvement.c.person_id == bindparam("person"),
        ),
    )
    .order_by(None)
    .order_by(_LEFT.desc(), placement.c.id.desc())
)
_AT_THE_END = (
    at_the_end()
    .with_only_columns(former_involvement.c.person_id, former_involvement.c.role)
    .where(former_involvement.c.track_id == bindparam("track"))
    .distinct()
    .order_by(former_involvement.c.person_id, former_involvement.c.role)
)
_EVER = datetime(2000, 1, 1, tzinfo=UTC)
# Mentors of a placement that stopped before left it then: they do not come back with the track.
_LEFT_BEFORE = and_(
    former_involvement.c.role == Role.MENTOR.value,
    exists(_ONE).where(
        placement.c.id == former_involvement.c.placement_id, placement.c.left_at.is_not(None)
    ),
)
_FORGET = delete(former_involvement).where(
    former_involvement.c.placement_id.in_(THESE), ~_LEFT_BEFORE
)
_PART = part_with(involvement.c.placement_id.in_(THESE))
_LEAVE = delete(involvement).where(involvement.c.placement_id.in_(THESE))
_RETURN = return_to(former_involvement.c.placement_id.in_(THESE), ~_LEFT_BEFORE)
_END = (
    update(placement)
    .where(placement.c.id.in_(THESE))
    .values(ended_at=bindparam("at", type_=Instant))
)
_RESUME = update(placement).where(placement.c.id.in_(THESE)).values(ended_at=None, ends_on=None)
OVER = over_by(placement.c.ends_on < bindparam("today"))


class StoredEndings(Connected, Endings):
    """Endings on one connection."""

    @override
    def find(self, placement_id: int) -> PlacementLife | None:
        row = self._connection.execute(_FIND, {"placement": placement_id}).one_or_none()
        return _life(row) if row else None

    @override
    def list_of_student(self, student_id: int) -> Sequence[PlacementLife]:
        rows = self._connection.execute(_OF_STUDENT, {"student": student_id})
        return [_life(row) for row in rows]

    @override
    def list_of_track(self, track_id: int) -> Sequence[PlacementLife]:
        rows = self._connection.execute(_OF_TRACK, {"track": track_id})
        return [_life(row) for row in rows]

    @override
    def list_coached(self, coach_id: int) -> Sequence[PlacementLife]:
        rows = self._connection.execute(_COACHED, {"coach": coach_id})
        return [_life(row) for row in rows]

    @override
    def list_former(self, person_id: int) -> Sequence[PlacementLife]:
        rows = self._connection.execute(_FORMER, {"person": person_id})
        return [_life(row) for row in rows]

    @override
    def list_at_the_end(self, track_id: int) -> Sequence[tuple[int, Role]]:
        asked = {"track": track_id, "council_since": _EVER}
        rows = self._connection.execute(_AT_THE_END, asked)
        return [(row.person_id, Role(row.role)) for row in rows]

    @override
    def list_over(self, world: World, today: date, at_most: int = ALL) -> Sequence[int]:
        values = {"today": today.isoformat(), "world": world.here, "at_most": at_most}
        return list(self._connection.execute(OVER, values).scalars())

    @override
    def end(self, placements: Collection[int], at: datetime) -> None:
        these = {"placements": list(placements)}
        self._connection.execute(_FORGET, these)
        self._connection.execute(_PART, these)
        self._connection.execute(_LEAVE, these)
        self._connection.execute(_END, {**these, "at": at})

    @override
    def resume(self, placements: Collection[int]) -> None:
        these = {"placements": list(placements)}
        self._connection.execute(_RETURN, these)
        self._connection.execute(_FORGET, these)
        self._connection.execute(_RESUME, these)


def _life(row: Row[*tuple[Any, ...]]) -> PlacementLife:
    agreed = date.fromisoformat(row.agreed_on) if row.agreed_on else None
    return PlacementLife(**{**row._mapping, "agreed_on": agreed})
