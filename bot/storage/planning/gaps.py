"""Whom to tell of gaps, on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import String, and_, bindparam, cast, exists, func, or_, select, union
from typing_extensions import override

from bot.domain.days import last_instant
from bot.domain.planning.contexts import WorkCounts
from bot.domain.planning.sessions import Outcome, SessionState
from bot.domain.school.tracks import Role
from bot.domain.scoring.prior import Recognised
from bot.domain.telling.errands import ErrandKind
from bot.ports.planning.gaps import Gaps, GapTold, OnCampus
from bot.ports.worlds import People, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Identity, Instant
from bot.storage.connected import Connected
from bot.storage.scoring.recognised import count_recognised
from bot.storage.scoring.system_reads import covered_of
from bot.storage.tables import (
    campus_group,
    campus_place,
    campus_session,
    context_plan,
    errand,
    involvement,
    organisation_table,
    period,
    person,
    placement,
    track,
    training_plan,
)

_AROUND = union(
    select(track.c.id.label("track_id"), track.c.student_id.label("person_id")),
    select(involvement.c.track_id, involvement.c.person_id).where(
        involvement.c.role == Role.COACH.value
    ),
).subquery("around")
# A track ends when the last of its placements does, where each of them has a last day.
_ENDS = (
    select(placement.c.track_id, func.max(placement.c.ends_on).label("ends_on"))
    .where(placement.c.ended_at.is_(None))
    .group_by(placement.c.track_id)
    .having(func.count() == func.count(placement.c.ends_on))
    .subquery("ends")
)
_HERE = (
    placement.c.track_id == track.c.id,
    placement.c.ended_at.is_(None),
    placement.c.left_at.is_(None),
)
_PLANS = or_(
    exists().where(*_HERE, training_plan.c.placement_id == placement.c.id),
    exists().where(*_HERE, context_plan.c.placement_id == placement.c.id),
)
_OF_TRACK = cast(track.c.id, String)


def _untold(subject: Any) -> Any:
    return ~exists().where(
        errand.c.person_id == _AROUND.c.person_id,
        errand.c.kind == ErrandKind.GAP.value,
        errand.c.subject == subject,
    )


_COLUMNS = (
    track.c.organisation_id,
    _AROUND.c.person_id,
    track.c.id.label("track_id"),
    track.c.programme_id,
)
_student = person.alias("student")
_STUDENT_HERE = ~exists().where(
    _student.c.id == track.c.student_id,
    _student.c.absence_told,
    _student.c.absent_until > bindparam("at", type_=Instant),
)
"""Who is known to be away is told of, and told, once they are back."""
_FOR_THEM = (
    IN_WORLD,
    _PLANS,
    _STUDENT_HERE,
    _AROUND.c.person_id.between(bindparam("first"), bindparam("last")),
)
_PHOTO_SUBJECT = _OF_TRACK + ":" + cast(period.c.id, String)
PHOTOS = (
    select(*_COLUMNS, _PHOTO_SUBJECT.label("subject"), period.c.photo_at.label("deadline"))
    .join(_AROUND, _AROUND.c.track_id == track.c.id)
    .join(organisation_table, organisation_table.c.id == track.c.organisation_id)
    .join(period, period.c.programme_id == track.c.programme_id)
    .where(
        *_FOR_THEM,
        ~period.c.cancelled,
        period.c.photo_at > bindparam("at", type_=Instant),
        period.c.photo_at <= bindparam("until", type_=Instant),
        _untold(_PHOTO_SUBJECT),
    )
    .order_by(_AROUND.c.person_id, period.c.photo_at, track.c.id)
)
ANY_PLAN = (
    select(placement.c.id)
    .join(organisation_table, organisation_table.c.id == placement.c.organisation_id)
    .where(
        IN_WORLD,
        placement.c.ended_at.is_(None),
        or_(
            placement.c.id.in_(select(training_plan.c.placement_id)),
            placement.c.id.in_(select(context_plan.c.placement_id)),
        ),
    )
)
"""Without a plan there is no gap: that is found sooner than who has none."""
_END_SUBJECT = _OF_TRACK + ":end"
ENDINGS = (
    select(
        *_COLUMNS, _END_SUBJECT.label("subject"), _ENDS.c.ends_on, organisation_table.c.time_zone
    )
    .join(_AROUND, _AROUND.c.track_id == track.c.id)
    .join(organisation_table, organisation_table.c.id == track.c.organisation_id)
    .join(_ENDS, _ENDS.c.track_id == track.c.id)
    .where(
        *_FOR_THEM,
        _ENDS.c.ends_on >= bindparam("today"),
        _ENDS.c.ends_on <= bindparam("last_day"),
        _untold(_END_SUBJECT),
    )
    .order_by(_AROUND.c.person_id, _ENDS.c.ends_on, track.c.id)
)

_IN_TRACKS = bindparam("tracks", type_=Identity, expanding=True)
_COMING = (
    select(placement.c.track_id, context_plan.c.context_id)
    .join(context_plan, context_plan.c.placement_id == placement.c.id)
    .where(
        placement.c.track_id.in_(_IN_TRACKS),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
        context_plan.c.ends_at >= bindparam("at", type_=Instant),
    )
)
_ON_CAMPUS = (
    select(
        campus_place.c.track_id,
        campus_group.c.competence_id,
        campus_session.c.class_group_id,
        campus_session.c.teacher_id,
        campus_session.c.starts_at,
        campus_session.c.state,
    )
    .join(campus_group, campus_group.c.id == campus_place.c.campus_group_id)
    .join(campus_session, campus_session.c.id == campus_group.c.campus_session_id)
    .join(track, track.c.id == campus_place.c.track_id)
    .where(
        campus_place.c.track_id.in_(_IN_TRACKS),
        campus_group.c.competence_id.is_not(None),
        campus_place.c.outcome.is_distinct_from(Outcome.AWAY.value),
        or_(
            campus_session.c.state == SessionState.GIVEN.value,
            and_(
                campus_session.c.state == SessionState.CONFIRMED.value,
                # Who moved to another class group is in this one's lessons no longer.
                campus_session.c.class_group_id == track.c.class_group_id,
                # Nor is who is known to be away then, and nobody has said what came of it.
                ~exists().where(
                    _student.c.id == track.c.student_id,
                    _student.c.absence_told,
                    _student.c.absent_from <= campus_session.c.starts_at,
                    _student.c.absent_until > campus_session.c.starts_at,
                ),
            ),
        ),
    )
)


class StoredGaps(Connected, Gaps):
    """Whom to tell of gaps, on one connection."""

    @override
    def list_to_tell(self, world: World, people: People, until: datetime) -> Sequence[GapTold]:
        asked = {"world": world.here, **asdict(people)}
        photos = self._connection.execute(PHOTOS, asked | {"at": world.at, "until": until})
        found = [_told(row, row.deadline) for row in photos]
        asked |= {"at": world.at}
        for row in self._connection.execute(ENDINGS, asked | days_of(world.at, until)):
            ends = last_instant(date.fromisoformat(row.ends_on), row.time_zone)
            found.append(_told(row, ends))
        return found

    @override
    def read_counts(self, track_ids: Collection[int]) -> Mapping[int, WorkCounts]:
        return covered_of(self._connection, track_ids)

    @override
    def list_recognised(self, track_ids: Collection[int]) -> Mapping[int, Sequence[Recognised]]:
        return count_recognised(self._connection, track_ids)

    @override
    def list_coming(self, track_ids: Collection[int], at: datetime) -> Mapping[int, frozenset[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for row in self._connection.execute(_COMING, {"tracks": list(track_ids), "at": at}):
            found[row.track_id].add(row.context_id)
        return {track_id: frozenset(own) for track_id, own in found.items()}

    @override
    def list_on_campus(self, track_ids: Collection[int]) -> Sequence[OnCampus]:
        return [
            OnCampus(
                row.track_id,
                row.competence_id,
                row.class_group_id,
                row.teacher_id,
                row.starts_at,
                given=row.state == SessionState.GIVEN.value,
            )
            for row in self._connection.execute(_ON_CAMPUS, {"tracks": list(track_ids)})
        ]


def days_of(at: datetime, until: datetime) -> dict[str, str]:
    """Name the days on which a track may end that is told of at an instant."""
    return {"today": at.date().isoformat(), "last_day": until.date().isoformat()}


def _told(row: Any, deadline: datetime) -> GapTold:
    return GapTold(
        row.organisation_id, row.person_id, row.track_id, row.programme_id, row.subject, deadline
    )
