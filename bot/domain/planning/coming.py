"""The lessons to come: when the next ones are, by the lesson times of a class group."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from bot.domain.planning.lessons import LessonTime, lesson_after
from bot.domain.telling.hours import Works

MOST_AHEAD = 60
"""Lessons that are looked ahead at: more than a term's."""


def list_coming(
    times: Sequence[LessonTime], at: datetime, zone: str, works: Works, count: int = MOST_AHEAD
) -> list[datetime]:
    """List when the next lessons after an instant begin, so many at most."""
    return list(islice(_coming(times, at, zone, works), count))


def _coming(
    times: Sequence[LessonTime], at: datetime, zone: str, works: Works
) -> Iterator[datetime]:
    starts = lesson_after(times, at, zone, works)
    while starts is not None:
        yield starts
        starts = lesson_after(times, starts, zone, works)
