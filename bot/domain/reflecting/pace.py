"""How often a question comes unasked: less often where none is answered, and never not at all.

Ours: somebody who answers is asked after each workplace day; each three that stay unanswered make
it less, down to once a week, until an answer or a tap brings every day back.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.telling.hours import Works

PATIENCE = 3
"""So many questions stay unanswered before they come less often."""


class Pace(StrEnum):
    """How often a question comes unasked."""

    DAILY = "daily"
    TWICE = "twice"
    WEEKLY = "weekly"


def pace_after(unanswered: int) -> Pace:
    """Say how often to ask after so many questions in a row without an answer."""
    return tuple(Pace)[min(unanswered // PATIENCE, len(Pace) - 1)]


def next_day(unanswered: Sequence[date]) -> date | None:
    """Say from which day on a question may come again, after those of these days; None for any day.

    `unanswered` are the days of the questions since the last answer, in their order.
    """
    pace = pace_after(len(unanswered))
    if pace is Pace.DAILY:
        return None
    last = unanswered[-1]
    if pace is Pace.WEEKLY:
        return last + timedelta(days=7)
    next_week = _monday(last) + timedelta(days=7)
    enough = sum(day >= _monday(last) for day in unanswered) > 1
    return max(last + timedelta(days=3), next_week if enough else last)


def comes_on(day: date, next_on: date | None, works: Works) -> bool:
    """Say whether a question comes on a workplace day, where one may come from `next_on` on.

    On the last workplace day of a week it comes for that week, though it may be a bit early:
    else holidays would make of once a week less than that.
    """
    if next_on is None or next_on <= day:
        return True
    sunday = week_ends(day)
    left = (day + timedelta(days=ahead) for ahead in range(1, (sunday - day).days + 1))
    return next_on <= sunday and not any(map(works, left))


def week_ends(day: date) -> date:
    """Say which day is the last of a day's week."""
    return _monday(day) + timedelta(days=6)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
