"""School holidays from a file: an iCalendar (`.ics`), or CSV with the first and the last day."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from bot.domain.importing.drafts import tidy
from bot.domain.telling.holidays import LONGEST, SchoolHoliday, find_too_long
from bot.exchange.csv_files import CsvLine, parse_table
from bot.exchange.reading.files import read_text, refused
from bot.messages import Sayable, _

ALIASES = {
    word: column
    for column, words in {
        "first": ("first", "first_day", "from", "begin", "begins", "start", "starts", "date",
                  "van", "vanaf", "eerste_dag", "begindatum", "startdatum", "datum"),
        "last": ("last", "last_day", "until", "till", "to", "end", "ends",
                 "tot", "tot_en_met", "tem", "t_m", "laatste_dag", "einde", "einddatum"),
        "name": ("name", "holiday", "title", "summary", "what",
                 "naam", "vakantie", "omschrijving", "titel"),
    }.items()
    for word in words
}  # fmt: skip
LONGEST_NAME = 80
"""Characters of a holiday's name."""

_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?$")


def read_holidays(path: Path, zone: str) -> list[SchoolHoliday]:
    """Read the holidays of a school, in the order of their days; the last day is included.

    A time in a calendar counts as the day that it is in the zone. Raises Refused for a file that
    cannot be read, that holds no holiday, or a line or an entry of it that is none.
    """
    text = read_text(path)
    calendar = text.lstrip().upper().startswith("BEGIN:VCALENDAR")
    found = _of_calendar(text, path.name, zone) if calendar else _of_table(text, path.name)
    holidays = sorted(set(found))
    if not holidays:
        raise refused(path.name, _("there is no holiday in it"))
    long = find_too_long(holidays)
    if long is not None:
        problem = _(
            "{first} to {last} is longer than {most} days, which is no holiday",
            first=long.first.isoformat(),
            last=long.last.isoformat(),
            most=LONGEST,
        )
        raise refused(path.name, problem)
    return holidays


def _of_table(text: str, file: str) -> Iterator[SchoolHoliday]:
    for line in parse_table(text, file, ALIASES, ("first",)):
        first = _day(line, "first", file)
        last = _day(line, "last", file) if line["last"] else first
        yield _holiday(first, last, line["name"], file, _("line {line}", line=line.number))


def _day(line: CsvLine, column: str, file: str) -> date:
    written = _MIDNIGHT.sub("", line[column].strip())
    year_first, day_first = _YEAR_FIRST.fullmatch(written), _DAY_FIRST.fullmatch(written)
    parts = year_first.groups() if year_first else day_first.groups()[::-1] if day_first else ()
    try:
        return date(*map(int, parts))
    except (TypeError, ValueError):
        problem = _(
            "line {line}: '{day}' is not a day such as 2026-11-02 or 2/11/2026",
            line=line.number,
            day=written[:40],
        )
        raise refused(file, problem) from None


def _of_calendar(text: str, file: str, zone: str) -> Iterator[SchoolHoliday]:
    try:
        made = Calendar.from_ical(text, multiple=True)
        entries = [entry for calendar in made for entry in calendar.walk("VEVENT")]
    except (ValueError, IndexError, KeyError):
        raise refused(file, _("it is not a calendar that I can read")) from None
    for entry in entries:
        name = str(entry.get("SUMMARY", ""))
        where = f"'{tidy(name)[:LONGEST_NAME]}'"
        if str(entry.get("STATUS", "")).upper() == "CANCELLED":
            continue
        if "RRULE" in entry or "RDATE" in entry:
            problem = _("{where} repeats: write each holiday with its own days", where=where)
            raise refused(file, problem)
        first, last = _days(entry, zone, file, where)
        yield _holiday(first, last, name, file, where)


def _days(entry: Any, zone: str, file: str, where: str) -> tuple[date, date]:
    """Read the days of a calendar's entry, whose end is not part of it (RFC 5545, 3.6.1)."""
    try:
        begins = entry.decoded("DTSTART")
        ends = entry.decoded("DTEND") if "DTEND" in entry else None
        lasts = entry.decoded("DURATION") if "DURATION" in entry else None
        if ends is None:
            ends = begins + lasts if lasts else begins + timedelta(days=1)
        first = _local(begins, zone)
        if isinstance(ends, datetime):
            ends -= timedelta(microseconds=1)
            return first, max(first, _local(ends, zone))
        return first, max(first, ends - timedelta(days=1))
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
        raise refused(file, _("{where} has no days that I can read", where=where)) from None


def _local(at: date, zone: str) -> date:
    if not isinstance(at, datetime):
        return at
    return at.astimezone(ZoneInfo(zone)).date() if at.tzinfo else at.date()


def _holiday(first: date, last: date, name: str, file: str, where: Sayable) -> SchoolHoliday:
    if last < first:
        problem = _(
            "{where}: {last} is before {first}",
            where=where,
            last=last.isoformat(),
            first=first.isoformat(),
        )
        raise refused(file, problem)
    return SchoolHoliday(first, last, tidy(name)[:LONGEST_NAME])
