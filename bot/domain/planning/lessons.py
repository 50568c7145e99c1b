"""When a class group has lessons on campus: times of the week, read strictly, as instants."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.days import day_of, instant
from bot.domain.folding import fold
from bot.domain.telling.hours import Works
from bot.domain.weekdays import WEEKDAYS

_TIME = re.compile(r"(\S+)\s+(\d{1,2})(?:[:hu.](\d{2})|[hu])", re.ASCII)

MOST = 20
"""Lesson times of one teacher and class group in a week."""

LOOKED_AROUND = 21
"""Days in which the lesson before or after is looked for: longer than most holidays."""


@dataclass(frozen=True, slots=True, order=True)
class LessonTime:
    """A time of the week, Monday being 0, by the wall clock where the school is."""

    weekday: int
    starts: time

    def on(self, day: date, zone: str) -> datetime:
        """Say at which instant it starts on a day."""
        return instant(day, self.starts, zone)


class NoTime(ValueError):
    """Something is not a time of the week; its text says what."""


def read_times(written: str) -> list[LessonTime]:
    """Read times such as 'mon 8:30, thu 13:00', in four languages. Raises NoTime."""
    times = {_read_time(part) for part in re.split(r"[,;|]", written) if part.strip()}
    if len(times) > MOST:
        raise NoTime(written)
    return sorted(times)


def _read_time(part: str) -> LessonTime:
    found = _TIME.fullmatch(fold(part))
    weekday = WEEKDAYS.get(found[1].rstrip(".")) if found else None
    if found is None or weekday is None or int(found[2]) > 23 or int(found[3] or 0) > 59:
        raise NoTime(part.strip())
    return LessonTime(weekday, time(int(found[2]), int(found[3] or 0)))


def lesson_after(
    times: Sequence[LessonTime], at: datetime, zone: str, works: Works
) -> datetime | None:
    """Say when the next lesson after an instant starts, days off left out; None where none is."""
    starts = _around(times, at, zone, works, 1)
    return min((start for start in starts if start > at), default=None)


def lesson_before(
    times: Sequence[LessonTime], at: datetime, zone: str, works: Works
) -> datetime | None:
    """Say when the last lesson before an instant started; None where there was none for weeks."""
    starts = _around(times, at, zone, works, -1)
    return max((start for start in starts if start < at), default=None)


def _around(
    times: Sequence[LessonTime], at: datetime, zone: str, works: Works, way: int
) -> list[datetime]:
    today = day_of(at, zone)
    days = (today + timedelta(days=way * away) for away in range(LOOKED_AROUND))
    return [
        lesson.on(day, zone)
        for day in days
        if works(day)
        for lesson in times
        if lesson.weekday == day.weekday()
    ]
