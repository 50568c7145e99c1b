"""Who would be left alone, and which tracks nobody minds any more, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, exists, func, select
from typing_extensions import override

from bot.domain.school.tracks import Role
from bot.ports.rights.alone import Alone, LeftAlone
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Identity, Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    administrator,
    incident_coach,
    involvement,
    organisation_table,
    person,
    placement,
    track,
)

_COACH = involvement.alias()
_OTHER = involvement.alias()
_WHO: BindParameter[int] = bindparam("person", type_=Identity)
_ANOTHER_COACHES = exists().where(
    _OTHER.c.track_id == _COACH.c.track_id,
    _OTHER.c.role == Role.COACH.value,
    _OTHER.c.person_id != _WHO,
)
_STUDENTS = select(func.count(_COACH.c.track_id.distinct())).where(
    _COACH.c.person_id == _WHO, _COACH.c.role == Role.COACH.value, ~_ANOTHER_COACHES
)
_TOLD = incident_coach.alias()
_ALSO = incident_coach.alias()
_INCIDENTS = select(func.count()).where(
    _TOLD.c.coach_id == _WHO,
    _TOLD.c.seen_at.is_(None),
    ~exists().where(_ALSO.c.incident_id == _TOLD.c.incident_id, _ALSO.c.coach_id != _WHO),
)
_ADMINISTERS = select(
    exists().where(administrator.c.person_id == _WHO),
    select(func.count())
    .where(
        administrator.c.organisation_id
        == select(person.c.organisation_id).where(person.c.id == _WHO).scalar_subquery()
    )
    .scalar_subquery(),
)
_OF_WORLD = (
    select(person.c.school_id)
    .join(track, track.c.student_id == person.c.id)
    .join(organisation_table, organisation_table.c.id == track.c.organisation_id)
    .where(IN_WORLD, person.c.erased_at.is_(None))
    .order_by(person.c.school_id)
)
_RUNS = exists().where(placement.c.track_id == track.c.id, placement.c.ended_at.is_(None))
_COACHED = exists().where(
    involvement.c.track_id == track.c.id, involvement.c.role == Role.COACH.value
)
_NO_COACH = _OF_WORLD.where(_RUNS, ~_COACHED)
_WORKS = exists().where(
    placement.c.track_id == track.c.id,
    placement.c.ended_at.is_(None),
    placement.c.left_at.is_(None) | (placement.c.left_at > bindparam("since", type_=Instant)),
)
_NO_WORKPLACE = _OF_WORLD.where(_RUNS, ~_WORKS)


class StoredAlone(Connected, Alone):
    """Who is left alone, on one connection."""

    @override
    def count_after(self, person_id: int) -> LeftAlone:
        asked = {"person": person_id}
        students = self._connection.execute(_STUDENTS, asked).scalar_one()
        incidents = self._connection.execute(_INCIDENTS, asked).scalar_one()
        administers, many = self._connection.execute(_ADMINISTERS, asked).one()
        return LeftAlone(students, incidents, bool(administers) and many == 1)

    @override
    def list_without_coach(self, world: World) -> Sequence[str]:
        return self._connection.execute(_NO_COACH, {"world": world.here}).scalars().all()

    @override
    def list_without_workplace(self, world: World, since: datetime) -> Sequence[str]:
        asked = {"world": world.here, "since": since}
        return self._connection.execute(_NO_WORKPLACE, asked).scalars().all()
