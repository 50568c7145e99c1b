"""Days and times as people write them, read strictly: what is not sure is refused."""

import re
from datetime import date, datetime, time

from bot.domain.days import Showing, instant, is_countable, last_instant, showing
from bot.domain.folding import fold
from bot.domain.weekdays import MONTHS
from bot.messages import Text, _

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_BY_MONTH = re.compile(
    r"(?:le |der |den |am )?(\d{1,2})(?:er|\.)? ([a-z]{3,9})\.? (\d{4})", re.ASCII
)
_HOUR = r"(?:uur|uhr|heures?|h|u)"
_CLOCK = re.compile(
    rf"(\d{{1,2}})(?:[:.](\d{{2}})(?: ?{_HOUR})?| ?{_HOUR}(?: ?(\d{{2}}))?)",
    re.ASCII | re.IGNORECASE,
)
_AT = re.compile(r"(?:at|om|um|a|à)\s+", re.IGNORECASE)
_PARTED = re.compile(r"(?<=\d)T(?=\d)|\s+")


def read_day(written: str) -> date | None:
    """Read a day such as 2026-12-18, 18/12/2026 or 18 décembre 2026; None for anything else."""
    iso, day_first = _ISO.fullmatch(written), _DAY_FIRST.fullmatch(written)
    by_month = None if iso or day_first else _BY_MONTH.fullmatch(fold(written))
    if iso:
        year, month, day = map(int, iso.groups())
    elif day_first:
        day, month, year = map(int, day_first.groups())
    elif by_month and by_month[2] in MONTHS:
        day, month, year = int(by_month[1]), MONTHS[by_month[2]], int(by_month[3])
    else:
        return None
    try:
        read = date(year, month, day)
    except ValueError:
        return None
    return read if is_countable(read) else None


def read_clock(written: str) -> time | None:
    """Read a time of day such as 16:00, 16h30, 16u or 16 Uhr; None for anything else."""
    clock = _CLOCK.fullmatch(written)
    hour, minute = (int(clock[1]), int(clock[2] or clock[3] or 0)) if clock else (24, 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_moment(written: str, zone: str) -> datetime | None:
    """Read a day and a time, parted by a space or a T, as an instant in a zone."""
    day, clock = _day_and_clock(written)
    return instant(day, clock, zone) if day and clock else None


def _day_and_clock(written: str) -> tuple[date | None, time | None]:
    """Read a day and the time behind it; two times None where either is none."""
    text = written.strip()
    for parting in _PARTED.finditer(text):
        day = read_day(text[: parting.start()].rstrip(","))
        clock = read_clock(_AT.sub("", text[parting.end() :], count=1))
        if day is not None and clock is not None:
            return day, clock
    return None, None


def read_end(written: str, zone: str) -> datetime | None:
    """Read a day and a time as above, or a day alone, which then means the end of it."""
    day = read_day(written.strip())
    return read_moment(written, zone) if day is None else last_instant(day, zone)


def odd_clock(written: str, zone: str) -> tuple[Showing, Text | None]:
    """Say how often the clocks show a moment that was typed, and what there is to say about that.

    Once, where nothing that can be read was typed.
    """
    day, clock = _day_and_clock(written)
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
