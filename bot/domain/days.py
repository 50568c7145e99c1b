"""Days of a calendar, and the instants at which they begin or reach an hour in a zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


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
    """Say at which instant (aware, UTC) the clocks of a zone show a time on a day."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
