"""Days of a calendar, and the instants at which they begin or reach an hour in a zone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def opening(day: date, zone: str) -> datetime:
    """Say at which instant (aware, UTC) a day begins in a zone."""
    return instant(day, time(0), zone)


def instant(day: date, at: time, zone: str) -> datetime:
    """Say at which instant (aware, UTC) the clocks of a zone show a time on a day."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
