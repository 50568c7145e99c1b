"""When a talk could be: a moment to begin with, and the ones that buttons and typed words lead to.

All of it is in the coach's own zone, where 16:00 stays 16:00 over a change of the clocks.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.messages import Text, _

SOON = 3
"""Working days until the talk that is proposed."""

USUAL = time(16)
FURTHEST = timedelta(days=366)

WORKING = 5
"""From Monday on, the days of a week on which people talk."""

_PACKED = "%Y%m%d%H%M"

_STEPS: tuple[tuple[Text, timedelta], ...] = (
    (_("a day earlier"), timedelta(days=-1)),
    (_("a day later"), timedelta(days=1)),
    (_("an hour earlier"), timedelta(hours=-1)),
    (_("an hour later"), timedelta(hours=1)),
)


def fits(moment: datetime, at: datetime) -> bool:
    """Say whether a talk can be planned then."""
    return at < moment <= at + FURTHEST


def proposed(at: datetime, zone: str) -> datetime:
    """Give the afternoon three working days after an instant."""
    day = at.astimezone(ZoneInfo(zone))
    for _day in range(SOON):
        day = _worked(day, timedelta(days=1))
    return datetime.combine(day.date(), USUAL, day.tzinfo).astimezone(UTC)


def steps(begins: datetime, at: datetime, zone: str) -> Iterator[tuple[Text, datetime]]:
    """Give the moments beside one, each with its words; what does not fit is left out."""
    local = begins.astimezone(ZoneInfo(zone))
    for label, by in _STEPS:
        moment = _worked(local, by).astimezone(UTC)
        if fits(moment, at):
            yield label, moment


def _worked(local: datetime, by: timedelta) -> datetime:
    """Move by a step, and over a weekend by another."""
    local += by
    while local.weekday() >= WORKING:
        local += timedelta(days=-1 if by < timedelta() else 1)
    return local


def packed(moment: datetime) -> str:
    """Write a moment for a button's code."""
    return moment.astimezone(UTC).strftime(_PACKED)


def unpacked(code: str) -> datetime | None:
    """Read a moment back; None for one that is none."""
    try:
        return datetime.strptime(code, _PACKED).replace(tzinfo=UTC)
    except ValueError:
        return None
