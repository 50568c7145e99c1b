"""A student's own week in the database: the choice, the lesson days, and who may be asked."""

from datetime import date, time
from typing import Any

from sqlalchemy import (
    Row,
    String,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    true,
)

from bot.domain.reflecting.sharing import Share
from bot.domain.reflecting.weeks import USUAL_DAYS, Week
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.profiles import Profile
from bot.ports.reflecting.prompts import Wishes
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.tables import (
    errand,
    involvement,
    lesson_time,
    organisation_table,
    person,
    placement,
    reflecting,
    track,
)


def days_written(days: frozenset[int]) -> str:
    """Write days of the week as their digits, Monday being 0."""
    return "".join(map(str, sorted(days)))


_ZONE = func.coalesce(person.c.time_zone, organisation_table.c.time_zone)
_LESSONS = (
    select(func.aggregate_strings(cast(lesson_time.c.weekday, String), ""))
    .join(track, track.c.class_group_id == lesson_time.c.class_group_id)
    .where(track.c.student_id == person.c.id)
    .correlate(person)
    .scalar_subquery()
)
_WISHES = (
    reflecting.c.days,
    reflecting.c.at,
    reflecting.c.share,
    reflecting.c.despite,
    reflecting.c.next_on,
    _LESSONS.label("lessons"),
)
OF_PERSON = (
    select(*_WISHES)
    .select_from(person)
    .outerjoin(reflecting, reflecting.c.person_id == person.c.id)
    .where(person.c.id == bindparam("person"))
)
SET = text(
    "INSERT INTO reflecting (person_id, organisation_id, days, at, share, despite)"
    " VALUES (:person, :organisation, :days, :at, :share, :despite)"
    " ON CONFLICT (person_id)"
    " DO UPDATE SET days = :days, at = :at, share = :share, despite = :despite"
)
_DAY = bindparam("subject", type_=String)
# Within the dates of a placement that has not stopped; one without dates is always there.
_HAS_WORK = exists(
    select(literal_column("1"))
    .select_from(track)
    .join(placement, placement.c.track_id == track.c.id)
    .where(
        track.c.student_id == person.c.id,
        or_(placement.c.starts_on.is_(None), placement.c.starts_on <= _DAY),
        or_(placement.c.ends_on.is_(None), placement.c.ends_on >= _DAY),
        or_(placement.c.stopped_on.is_(None), placement.c.stopped_on >= _DAY),
    )
)
_HAS_LESSONS = exists(
    select(literal_column("1"))
    .select_from(track)
    .join(lesson_time, lesson_time.c.class_group_id == track.c.class_group_id)
    .where(
        track.c.student_id == person.c.id,
        cast(lesson_time.c.weekday, String) == bindparam("weekday", type_=String),
    )
)
# Who has nobody around is asked nothing: the track has ended, or has not really begun.
_ACCOMPANIED = exists(
    select(literal_column("1"))
    .select_from(track)
    .join(involvement, involvement.c.track_id == track.c.id)
    .where(track.c.student_id == person.c.id)
)
TO_ASK = (
    select(person.c.id, person.c.organisation_id, _ZONE.label("zone"), *_WISHES)
    .select_from(person)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(reflecting, reflecting.c.person_id == person.c.id)
    .where(
        IN_WORLD,
        person.c.id.between(bindparam("first"), bindparam("last")),
        _ZONE.in_(bindparam("zones", expanding=True)),
        func.coalesce(reflecting.c.days, days_written(USUAL_DAYS)).contains(bindparam("weekday")),
        person.c.profile != Profile.LIGHT,
        person.c.muted.is_not(true()),
        or_(
            person.c.absent_until.is_(None), person.c.absent_until <= bindparam("at", type_=Instant)
        ),
        _HAS_WORK,
        or_(~_HAS_LESSONS, reflecting.c.despite.contains(bindparam("weekday"))),
        or_(reflecting.c.next_on.is_(None), reflecting.c.next_on <= bindparam("week_ends")),
        _ACCOMPANIED,
        ~exists(
            select(literal_column("1")).where(
                errand.c.person_id == person.c.id,
                errand.c.kind == ErrandKind.PROMPT,
                errand.c.subject == _DAY,
            )
        ),
    )
)
WEEKS = (
    select(_ZONE.label("zone"), *_WISHES)
    .select_from(person)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(reflecting, reflecting.c.person_id == person.c.id)
    .where(
        IN_WORLD,
        _ACCOMPANIED,
    )
    .distinct()
)


def week_of(zone: str, wishes: Wishes) -> Week:
    """Tell the week that a student lives by in a zone."""
    return Week(wishes.work_days, wishes.at, zone)


def wishes_of(row: Row[*tuple[Any, ...]]) -> Wishes:
    """Read a student's week from a row; the usual one where nothing was chosen."""
    lessons = frozenset(map(int, row.lessons or ""))
    if row.days is None:
        return Wishes(lessons=lessons)
    return Wishes(
        frozenset(map(int, row.days)),
        time.fromisoformat(row.at),
        Share(row.share),
        frozenset(map(int, row.despite)),
        lessons,
        date.fromisoformat(row.next_on) if row.next_on else None,
    )
