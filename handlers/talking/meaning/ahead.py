"""A moment to come, as people name it: Friday 3pm, vrijdag 15u, 18/12 15:00, jeudi à 14h."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.domain.folding import fold
from bot.domain.weekdays import MONTHS, WEEKDAYS
from handlers.talking.meaning.dates import read_clock, read_day

_TIME = re.compile(
    r"^(?P<day>.*?)[\s,]*?(?:\s(?:at|om|op|um|a|à))?[\s,T]+"
    r"(?P<hour>\d{1,2})(?:(?:[:hu.]|\s?h\s?|\s?(?:uhr|uur|heures)\s)(?P<minute>\d{2}))?"
    r"\s*(?P<half>am|pm|a\.m\.|p\.m\.|uur|uhr|heures|heure|u|h)?$",
    re.ASCII | re.IGNORECASE,
)
_NO_YEAR = re.compile(r"(\d{1,2})[/.-](\d{1,2})\.?", re.ASCII)
_BY_MONTH = re.compile(r"(\d{1,2})(?:er|\.)? ([a-z]{3,9})\.?(?: (\d{4}))?", re.ASCII)

_DAYS = (
    ("monday", "maandag"), ("tuesday", "dinsdag"), ("wednesday", "woensdag"),
    ("thursday", "donderdag"), ("friday", "vrijdag"), ("saturday", "zaterdag"),
    ("sunday", "zondag"),
)  # fmt: skip
_MONTHS = (
    ("january", "januari"), ("february", "februari"), ("march", "maart", "mrt"),
    ("april",), ("may", "mei"), ("june", "juni"), ("july", "juli"), ("august", "augustus"),
    ("september",), ("october", "oktober"), ("november",), ("december",),
)  # fmt: skip
_FROM_TODAY = {
    "today": 0, "vandaag": 0, "aujourd'hui": 0, "heute": 0, "tomorrow": 1, "morgen": 1,
    "demain": 1, "overmorgen": 2, "apres-demain": 2, "apres demain": 2, "ubermorgen": 2,
    "uebermorgen": 2,
}  # fmt: skip
_BESIDE = re.compile(
    r"\b(?:on|op|next|this|volgende|komende|deze|de|the|am|le|der"
    r"|prochain|prochaine|ce|na(?:e)?chste[nr]?|kommende[nr]?|den|diesen)\b ?"
)
_DATED = re.compile(r"(?P<weekday>[a-z]{2,10})[.,]* (?P<date>\d.*)")
"""A weekday before a date, which says enough by itself."""


def read_ahead(written: str, now: datetime) -> datetime | None:
    """Read a day and a time as the wall's clock shows it; None for what is not sure.

    `now` is a local time. Of a day without a year, and of a weekday, it is the next one to come.
    """
    found = _TIME.match(written.strip())
    clock = _clock(found) if found else None
    if found is None or clock is None:
        return None
    moments = (datetime.combine(day, clock) for day in _days(found["day"].strip(" ,"), now.date()))
    return next((moment for moment in moments if moment > now.replace(tzinfo=None)), None)


def _clock(found: re.Match[str]) -> time | None:
    half = (found["half"] or "").replace(".", "").lower()
    if not half and found["minute"] is None:
        return None  # a bare number is not surely an hour
    hour = int(found["hour"])
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return read_clock(f"{hour}:{found['minute'] or '00'}")


def _days(written: str, today: date) -> Iterator[date]:
    """List the days that are meant, the nearest first: what is past is not a moment to come."""
    if (sure := read_day(written)) is not None:
        yield sure
        return
    said = _BESIDE.sub("", fold(written)).strip()
    dated = _DATED.fullmatch(said)
    if dated and dated["weekday"] in WEEKDAYS:
        said = dated["date"]
    if said in _FROM_TODAY:
        yield today + timedelta(days=_FROM_TODAY[said])
    elif (weekday := WEEKDAYS.get(said, _named(said, _DAYS, 2))) is not None:
        first = today + timedelta(days=(weekday - today.weekday()) % 7)
        yield from (first, first + timedelta(days=7))
    elif found := _NO_YEAR.fullmatch(said):
        yield from _in_years(int(found[1]), int(found[2]), (today.year, today.year + 1))
    elif found := _BY_MONTH.fullmatch(said):
        month = MONTHS.get(found[2]) or _month(found[2])
        years = (int(found[3]),) if found[3] else (today.year, today.year + 1)
        if month is not None:
            yield from _in_years(int(found[1]), month, years)


def _named(said: str, names: tuple[tuple[str, ...], ...], least: int) -> int | None:
    """Find which one is named, whole or cut short."""
    if len(said) < least:
        return None
    fitting = [
        number
        for number, known in enumerate(names)
        if any(name.startswith(said.rstrip(".")) for name in known)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _month(said: str) -> int | None:
    number = _named(said, _MONTHS, 3)
    return None if number is None else number + 1


def _in_years(day: int, month: int, years: tuple[int, ...]) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue
