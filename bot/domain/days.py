"""Days of a calendar, and the instants at which they begin or reach an hour in a zone."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

EVER = datetime(1970, 1, 1, tzinfo=UTC)
"""An instant before all of ours."""


def is_countable(day: date) -> bool:
    """Say whether days, months and zones can be counted on from a day: ends of time are no days."""
    return 1000 <= day.year <= 9000


def months_on(day: date, months: int) -> date:
    """Say which day is so many months later; one month after 31 January is the last of February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_of(at: datetime, zone: str) -> date:
    """Say which day it is in a zone at an instant."""
    return at.astimezone(ZoneInfo(zone)).date()


def opening(day: date, zone: str) -> datetime:
    """Say at which instant (aware, UTC) a day begins in a zone."""
    return instant(day, time(0), zone)


def day_begins(at: datetime, zone: str) -> datetime:
    """Say at which instant (aware, UTC) the day began that it is in a zone."""
    return opening(day_of(at, zone), zone)


def day_ends(at: datetime, zone: str) -> datetime:
    """Say at which instant (aware, UTC) the day ends that it is in a zone: the next one begins."""
    return opening(day_of(at, zone) + timedelta(days=1), zone)


def instant(day: date, at: time, zone: str) -> datetime:
    """Say at which instant (aware, UTC) the clocks of a zone show a time on a day.

    Where they show it twice it is the first; where they never do, as much later as they jump.
    """
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


FIRST_OF_A_DAY = timedelta(hours=14)
"""How long before it begins in UTC a day begins at the school that is farthest to the east."""


def day_begins_anywhere(day: date) -> datetime:
    """Say at which instant (aware, UTC) a day begins where it begins first."""
    return datetime.combine(day, time(), UTC) - FIRST_OF_A_DAY


LAST_SECOND = time(23, 59, 59)
"""The time of a day that is named without one, where it is an end: all of that day is in it."""


def last_instant(day: date, zone: str) -> datetime:
    """Say at which instant (aware, UTC) the last second of a day begins in a zone."""
    return instant(day, LAST_SECOND, zone)


class Showing(Enum):
    """How often the clocks of a zone show a time on a day: the nights they change are not usual."""

    ONCE = 1
    NEVER = 0
    TWICE = 2


def showing(local: datetime, zone: str) -> Showing:
    """Say how often the clocks of a zone show a local time (naive)."""
    first = local.replace(tzinfo=ZoneInfo(zone), fold=0)
    if first.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0) != local:
        return Showing.NEVER
    second = first.replace(fold=1)
    return Showing.TWICE if first.utcoffset() != second.utcoffset() else Showing.ONCE
