"""The training of mentors on one connection."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Integer, bindparam, delete, exists, func, select, text
from typing_extensions import override

from bot.domain.agreeing.mentor_courses import SHORT_STAND_IN, CourseState, MentorCourse
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_MENTOR_COURSES
from bot.ports.agreeing.mentor_courses import MentorCourses, MentorThere
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import (
    involvement,
    mentor_course,
    organisation_table,
    person,
    placement,
    programme,
    substitute,
    track,
    workplace,
)

_says = person.alias("says")
_MENTORS = (
    select(
        person.c.organisation_id,
        person.c.id,
        person.c.name,
        func.coalesce(person.c.time_zone, organisation_table.c.time_zone).label("zone"),
        workplace.c.name.label("workplace"),
        programme.c.setting,
        placement.c.starts_on,
        mentor_course.c.state,
        mentor_course.c.day,
        mentor_course.c.said_by_id,
        _says.c.name.label("said_by"),
        substitute.c.said_at.label("stands_in_from"),
        substitute.c.ends_at.label("stands_in_until"),
    )
    .select_from(involvement)
    .join(placement, placement.c.id == involvement.c.placement_id)
    .join(track, track.c.id == placement.c.track_id)
    .join(programme, programme.c.id == track.c.programme_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(person, person.c.id == involvement.c.person_id)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(mentor_course, mentor_course.c.person_id == person.c.id)
    .outerjoin(substitute, substitute.c.id == involvement.c.substitute_id)
    .outerjoin(_says, _says.c.id == mentor_course.c.said_by_id)
    .where(
        involvement.c.role == Role.MENTOR.value,
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
    )
    .order_by(person.c.folded_name, person.c.id, workplace.c.name)
)
_viewing = involvement.alias("viewing")
_OF_TRACKS = _MENTORS.where(
    exists(_viewing.c.person_id).where(
        _viewing.c.placement_id == placement.c.id,
        _viewing.c.person_id == bindparam("viewer"),
        _viewing.c.role.in_(SEES_MENTOR_COURSES),
    ),
    involvement.c.track_id.in_(bindparam("tracks", expanding=True, type_=Integer)),
)
_OF_PERSON = _MENTORS.where(involvement.c.person_id == bindparam("person"))
_DROP = delete(mentor_course).where(mentor_course.c.person_id == bindparam("person"))
_KEEP = text(
    "INSERT INTO mentor_course (organisation_id, person_id, state, day, said_by_id, said_at)"
    " VALUES (:organisation_id, :person_id, :state, :day, :said_by_id, :said_at)"
    " ON CONFLICT (person_id) DO UPDATE SET state = excluded.state, day = excluded.day,"
    " said_by_id = excluded.said_by_id, said_at = excluded.said_at"
).bindparams(bindparam("said_at", type_=Instant))


class StoredMentorCourses(Connected, MentorCourses):
    """Trainings of mentors on one connection."""

    @override
    def list_mentors(self, viewer_id: int, tracks: Collection[int]) -> Sequence[MentorThere]:
        seen = {"viewer": viewer_id, "tracks": list(tracks)}
        rows = self._connection.execute(_OF_TRACKS, seen)
        return _gather(row for row in rows if not _stands_in_shortly(row))

    @override
    def find_mentor(self, person_id: int) -> MentorThere | None:
        found = _gather(self._connection.execute(_OF_PERSON, {"person": person_id}))
        return found[0] if found else None

    @override
    def keep(
        self,
        organisation_id: int,
        person_id: int,
        said: tuple[CourseState, date | None],
        said_by: int,
        at: datetime,
    ) -> None:
        state, day = said
        row = {
            "organisation_id": organisation_id,
            "person_id": person_id,
            "state": state.value,
            "day": day.isoformat() if day else None,
            "said_by_id": said_by,
            "said_at": at,
        }
        self._connection.execute(_KEEP, row)

    @override
    def drop(self, person_id: int) -> None:
        self._connection.execute(_DROP, {"person": person_id})


def _gather(rows: Iterable[Any]) -> list[MentorThere]:
    people: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        people[row.id].append(row)
    return [_mentor(several) for several in people.values()]


def _stands_in_shortly(row: Any) -> bool:
    if row.stands_in_until is None:
        return False
    return bool(row.stands_in_until - row.stands_in_from < SHORT_STAND_IN)


def _mentor(rows: Sequence[Any]) -> MentorThere:
    head = rows[0]
    days = (row.starts_on for row in rows if row.starts_on)
    first = min(days, default=None)
    return MentorThere(
        head.organisation_id,
        head.id,
        head.name,
        head.zone,
        tuple(dict.fromkeys(row.workplace for row in rows)),
        frozenset(Setting(row.setting) for row in rows if row.setting),
        date.fromisoformat(first) if first else None,
        _course(head),
    )


def _course(row: Any) -> MentorCourse | None:
    if row.state is None:
        return None
    day = date.fromisoformat(row.day) if row.day else None
    return MentorCourse(CourseState(row.state), day, row.said_by_id, row.said_by or "")
