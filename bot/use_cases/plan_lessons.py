"""Plan what teachers are told before their lessons: an errand for each lesson, on its day."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.domain.hours import Rhythm, Works
from bot.domain.lessons import LOOKED_AROUND, lesson_after, lesson_before
from bot.domain.periods import opening
from bot.ports import UnitOfWork
from bot.ports.errands import Errand, NewErrand
from bot.ports.lessons import Timetable
from bot.ports.periods import World

LESSON = "lesson"
"""The kind of errand by which a teacher hears what happened at the workplaces."""


def plan_lessons(uow: UnitOfWork, world: World, works: Works) -> int:
    """Give an errand for every next lesson whose telling falls on a day that has begun."""
    wanted = [
        errand for table in uow.lessons.to_plan(world) for errand in _next(table, world, works)
    ]
    return uow.errands.give(wanted)


def _next(table: Timetable, world: World, works: Works) -> Iterator[NewErrand]:
    starts = lesson_after(table.times, world.at, table.zone, works)
    if starts is None:
        return
    rhythm = Rhythm(table.own_zone, table.hours, works)
    due_at = rhythm.last_before(starts)
    if opening(rhythm.day_of(due_at), table.own_zone) <= world.at:
        before = lesson_before(table.times, starts, table.zone, works)
        since = before or starts - timedelta(days=LOOKED_AROUND)
        yield NewErrand(
            organisation_id=table.organisation_id,
            person_id=table.teacher_id,
            kind=LESSON,
            subject=f"{table.class_group_id} {starts.isoformat()} {since.isoformat()}",
            due_at=due_at,
            expires_at=starts,
            about_id=table.class_group_id,
        )


def lesson_of(errand: Errand) -> tuple[datetime, datetime]:
    """Give when the lesson of an errand starts, and when the one before it did."""
    _group, starts, since = errand.subject.split()
    return datetime.fromisoformat(starts), datetime.fromisoformat(since)
