"""Days and times as people write them, read strictly: what is not sure is refused."""

import re
from datetime import date, datetime, time

from bot.domain.days import Showing, instant, last_instant, showing
from bot.messages import Text, _

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


def read_end(written: str, zone: str) -> datetime | None:
    """Read a day and a time as above, or a day alone, which then means the end of it."""
    day = read_day(written.strip())
    return read_moment(written, zone) if day is None else last_instant(day, zone)


def odd_clock(written: str, zone: str) -> tuple[Showing, Text | None]:
    """Say how often the clocks show a moment that was typed, and what there is to say about that.

    Once, where nothing that can be read was typed.
    """
    day_part, _parting, clock_part = written.strip().replace("T", " ").partition(" ")
    day, clock = read_day(day_part), read_clock(clock_part.strip())
    if day is None or clock is None:
        return Showing.ONCE, None
    return explain_clock(datetime.combine(day, clock), zone)


def explain_clock(local: datetime, zone: str) -> tuple[Showing, Text | None]:
    """Say how often the clocks of a zone show a local time, and what there is to say about that."""
    found = showing(local, zone)
    said = {
        Showing.NEVER: _(
            "{time} does not exist on {day}: the clock is put forward that night.",
            time=f"{local:%H:%M}",
            day=f"{local:%Y-%m-%d}",
        ),
        Showing.TWICE: _(
            "{time} comes twice on {day}, when the clock is put back: I take the first.",
            time=f"{local:%H:%M}",
            day=f"{local:%Y-%m-%d}",
        ),
    }
    return found, said.get(found)
