"""When a meeting of people could be: a moment to begin with, and the ones beside it.

All of it is in the zone of who plans it, where 16:00 stays 16:00 over a change of the clocks;
instants are aware, and come back in UTC.
"""

from collections.abc import Collection
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.days import instant

SOON = 3
"""Working days until the meeting that is proposed."""

USUAL = time(16)
APART = timedelta(hours=1)
FURTHEST = timedelta(days=366)

WORKING = 5
"""From Monday on, the days of a week on which people talk."""


def fits(moment: datetime, at: datetime) -> bool:
    """Say whether a meeting can be planned for a moment: one to come, within a year."""
    return at < moment <= at + FURTHEST


def propose(at: datetime, zone: str, taken: Collection[datetime] = ()) -> datetime:
    """Propose the afternoon three working days after an instant, or the first that is not taken.

    Less than an hour from a moment that is taken (aware) it is.
    """
    day = at.astimezone(ZoneInfo(zone))
    for _day in range(SOON):
        day = _step(day, timedelta(days=1))
    moment = instant(day.date(), USUAL, zone)
    while any(abs(moment - other) < APART for other in taken):
        day = _step(day, timedelta(days=1))
        moment = instant(day.date(), USUAL, zone)
    return moment


def move(moment: datetime, by: timedelta, zone: str) -> datetime:
    """Move a meeting, and over a weekend by more days in the same direction."""
    return _step(moment.astimezone(ZoneInfo(zone)), by).astimezone(UTC)


def _step(local: datetime, by: timedelta) -> datetime:
    local += by
    while local.weekday() >= WORKING:
        local += timedelta(days=-1 if by < timedelta() else 1)
    return local
