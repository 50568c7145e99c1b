"""Lesson times on one connection."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime, time
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, insert, select
from typing_extensions import override

from bot.domain.planning.lessons import LessonTime
from bot.domain.planning.sessions import Outcome, SessionState
from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours
from bot.ports.planning.lessons import Lessons, Timetable
from bot.ports.worlds import EVERYBODY, People, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    campus_group,
    campus_place,
    campus_session,
    class_group,
    errand,
    involvement,
    lesson_time,
    organisation_table,
    person,
    track,
)

_ALL = (
    select(
        lesson_time.c.organisation_id,
        lesson_time.c.class_group_id,
        class_group.c.name.label("class_group"),
        lesson_time.c.teacher_id,
        person.c.name.label("teacher"),
        lesson_time.c.weekday,
        lesson_time.c.starts,
        organisation_table.c.time_zone.label("zone"),
        func.coalesce(person.c.time_zone, organisation_table.c.time_zone).label("own_zone"),
        person.c.hours,
    )
    .join(class_group, class_group.c.id == lesson_time.c.class_group_id)
    .join(person, person.c.id == lesson_time.c.teacher_id)
    .join(organisation_table, organisation_table.c.id == lesson_time.c.organisation_id)
    .order_by(
        class_group.c.name,
        lesson_time.c.class_group_id,
        lesson_time.c.teacher_id,
        lesson_time.c.weekday,
        lesson_time.c.starts,
    )
)
_OF_TEACHER = _ALL.where(lesson_time.c.teacher_id == bindparam("teacher"))
_OF_CLASS_GROUP = _ALL.where(lesson_time.c.class_group_id == bindparam("group"))
_TAUGHT = _OF_CLASS_GROUP.where(
    exists().where(
        involvement.c.person_id == lesson_time.c.teacher_id,
        involvement.c.role == Role.TEACHER.value,
        track.c.id == involvement.c.track_id,
        track.c.class_group_id == lesson_time.c.class_group_id,
        track.c.programme_id == bindparam("programme"),
    )
)
# Until a lesson begins, its errand says that it was seen to.
_SEEN_TO = exists(
    select(errand.c.id).where(
        errand.c.person_id == lesson_time.c.teacher_id,
        errand.c.kind == ErrandKind.LESSON,
        errand.c.about_id == lesson_time.c.class_group_id,
        errand.c.expires_at > bindparam("at", type_=Instant),
    )
)
_TOLD = select(func.max(errand.c.settled_at)).where(
    errand.c.person_id == bindparam("teacher"),
    errand.c.kind == ErrandKind.LESSON,
    errand.c.about_id == bindparam("group"),
    errand.c.outbox_id.is_not(None),
    errand.c.id.not_in(bindparam("but", expanding=True)),
)
NEXT = _ALL.where(
    IN_WORLD,
    lesson_time.c.teacher_id.between(bindparam("first"), bindparam("last")),
    ~_SEEN_TO,
)
_TAUGHT_LATELY = (
    select(campus_group.c.competence_id)
    .join(campus_session, campus_session.c.id == campus_group.c.campus_session_id)
    .join(campus_place, campus_place.c.campus_group_id == campus_group.c.id)
    .where(
        campus_place.c.track_id == bindparam("track"),
        campus_place.c.outcome.is_distinct_from(Outcome.AWAY.value),
        campus_group.c.competence_id.is_not(None),
        campus_session.c.state.in_((SessionState.CONFIRMED.value, SessionState.GIVEN.value)),
        campus_session.c.starts_at >= bindparam("since", type_=Instant),
    )
)
_DROP = delete(lesson_time).where(
    lesson_time.c.class_group_id == bindparam("group"),
    lesson_time.c.teacher_id == bindparam("teacher"),
)
_ADD = insert(lesson_time)


class StoredLessons(Connected, Lessons):
    """Lesson times on one connection."""

    @override
    def list_of_teacher(self, teacher_id: int) -> Sequence[Timetable]:
        return _timetables(self._connection.execute(_OF_TEACHER, {"teacher": teacher_id}))

    @override
    def list_of_class_group(self, class_group_id: int) -> Sequence[Timetable]:
        return _timetables(self._connection.execute(_OF_CLASS_GROUP, {"group": class_group_id}))

    @override
    def list_taught(self, class_group_id: int, programme_id: int) -> Sequence[Timetable]:
        asked = {"group": class_group_id, "programme": programme_id}
        return _timetables(self._connection.execute(_TAUGHT, asked))

    @override
    def list_to_plan(self, world: World, people: People = EVERYBODY) -> Sequence[Timetable]:
        asked = {"world": world.here, "at": world.at, **asdict(people)}
        return _timetables(self._connection.execute(NEXT, asked))

    @override
    def read_told(
        self, teacher_id: int, class_group_id: int, but: Collection[int]
    ) -> datetime | None:
        asked = {"teacher": teacher_id, "group": class_group_id, "but": list(but)}
        told: datetime | None = self._connection.execute(_TOLD, asked).scalar()
        return told

    @override
    def list_taught_lately(self, track_id: int, since: datetime) -> frozenset[int]:
        asked = {"track": track_id, "since": since}
        return frozenset(self._connection.execute(_TAUGHT_LATELY, asked).scalars())

    @override
    def set_times(
        self,
        organisation_id: int,
        class_group_id: int,
        teacher_id: int,
        times: Collection[LessonTime],
    ) -> None:
        self._connection.execute(_DROP, {"group": class_group_id, "teacher": teacher_id})
        rows = [
            {
                "organisation_id": organisation_id,
                "class_group_id": class_group_id,
                "teacher_id": teacher_id,
                "weekday": time.weekday,
                "starts": time.starts.isoformat("minutes"),
            }
            for time in sorted(set(times))
        ]
        if rows:
            self._connection.execute(_ADD, rows)


def _timetables(rows: Any) -> list[Timetable]:
    found = []
    for _whose, own in groupby(rows, key=lambda row: (row.class_group_id, row.teacher_id)):
        several = list(own)
        head = several[0]._mapping
        times = tuple(LessonTime(row.weekday, time.fromisoformat(row.starts)) for row in several)
        kept = {name: head[name] for name in head if name not in ("weekday", "starts", "hours")}
        found.append(Timetable(**kept, hours=Hours(head["hours"]), times=times))
    return found
