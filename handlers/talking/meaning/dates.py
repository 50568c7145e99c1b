"""Days and times as people write them, read strictly: what is not sure is refused."""

import re
from datetime import date, datetime, time

from bot.domain.days import instant

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?:[:hu.](\d{2})|[hu])", re.ASCII)


def read_day(written: str) -> date | None:
    """Read a day such as 2026-12-18, 18/12/2026 or 18.12.2026; None for anything else."""
    iso, day_first = _ISO.fullmatch(written), _DAY_FIRST.fullmatch(written)
    if iso:
        year, month, day = map(int, iso.groups())
    elif day_first:
        day, month, year = map(int, day_first.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_clock(written: str) -> time | None:
    """Read a time of day such as 16:00, 16h30 or 16u; None for anything else."""
    clock = _CLOCK.fullmatch(written)
    if clock is None or int(clock[1]) > 23 or int(clock[2] or 0) > 59:
        return None
    return time(int(clock[1]), int(clock[2] or 0))


def read_moment(written: str, zone: str) -> datetime | None:
    """Read a day and a time, parted by a space or a T, as an instant in a zone."""
    day_part, _parting, clock_part = written.strip().replace("T", " ").partition(" ")
    day, clock = read_day(day_part), read_clock(clock_part.strip())
    if day is None or clock is None:
        return None
    return instant(day, clock, zone)
