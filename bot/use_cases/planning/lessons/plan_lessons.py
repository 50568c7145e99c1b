"""What teachers are told before their lessons: an errand for each lesson, on its day."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.domain.days import day_begins
from bot.domain.planning.lessons import LOOKED_AROUND, lesson_after, lesson_before
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Rhythm, Works
from bot.ports import UnitOfWork
from bot.ports.planning.lessons import Timetable
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import EVERYBODY, People, World
from bot.use_cases.telling.school_days import school_days


def plan_lessons(
    uow: UnitOfWork, world: World, works: Works, _zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for every next lesson whose telling falls on a day that has begun."""
    return [
        errand
        for table, errand in lessons_ahead(uow, world, works, people)
        if day_begins(errand.due_at, table.own_zone) <= world.at
    ]


def lessons_ahead(
    uow: UnitOfWork, world: World, works: Works, people: People = EVERYBODY
) -> Iterator[tuple[Timetable, NewErrand]]:
    """Yield the errand for every next lesson that has none yet, with the lesson's timetable."""
    works_of = school_days(uow, works)
    for table in uow.lessons.list_to_plan(world, people):
        own = works_of(table.organisation_id)
        starts = lesson_after(table.times, world.at, table.zone, own)
        if starts is not None:
            yield table, _errand(table, starts, own)


def _errand(table: Timetable, starts: datetime, works: Works) -> NewErrand:
    before = lesson_before(table.times, starts, table.zone, works)
    since = before or starts - timedelta(days=LOOKED_AROUND)
    return NewErrand(
        organisation_id=table.organisation_id,
        person_id=table.teacher_id,
        kind=ErrandKind.LESSON,
        subject=f"{table.class_group_id} {starts.isoformat()} {since.isoformat()}",
        due_at=Rhythm(table.own_zone, table.hours, works).last_before(starts),
        expires_at=starts,
        about_id=table.class_group_id,
        since=since,
    )
