"""What a file beside a message is called, what it is, and the same in words."""

import re

from bot.domain.folding import fold
from bot.messages import (
    CalendarEntry,
    Described,
    FilmPicture,
    Moment,
    Sayable,
    Spreadsheet,
    Table,
    _,
    words,
)
from bot.messages import lines as stacked
from bot.showing.alt import alt_of
from bot.showing.caption import caption_of

LONGEST_NAME = 60
"""Characters of a title in a file's name."""

PNG, GIF, ICS, CSV = "image/png", "image/gif", "text/calendar", "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_ENDINGS = {PNG: "png", GIF: "gif", ICS: "ics", CSV: "csv", XLSX: "xlsx"}
_OWN_KINDS = {FilmPicture: GIF, Spreadsheet: XLSX, CalendarEntry: ICS, Table: CSV}
_APART = re.compile(r"[^a-z0-9]+")


def kind_of(described: Described) -> str:
    """Tell the media type of a file."""
    return _OWN_KINDS.get(type(described), PNG)


def name_of(title: str, kind: str) -> str:
    """Make a file's name, of plain letters only, of what is its title for the reader."""
    plain = _APART.sub("-", fold(title))[:LONGEST_NAME].strip("-")
    return f"{plain or 'kompaan'}.{_ENDINGS[kind]}"


def in_words(described: Described) -> Sayable:
    """Say everything that a file shows, for people who cannot see it."""
    match described:
        case Spreadsheet(heat_map=heat_map):
            return stacked(_as_spreadsheet(described), alt_of(heat_map))
        case CalendarEntry():
            return _entry(described)
        case Table(title, columns, rows):
            return stacked(title, *(words(*row, by=" · ") for row in (columns, *rows)))
    return alt_of(described)


def in_short(described: Described) -> Sayable:
    """Say in two or three lines what a file is."""
    match described:
        case Spreadsheet():
            return _as_spreadsheet(described)
        case CalendarEntry():
            return _entry(described)
        case Table(title=title):
            return title
    return caption_of(described)


def _as_spreadsheet(described: Spreadsheet) -> Sayable:
    return _("{title}, as a spreadsheet", title=described.title)


def _entry(entry: CalendarEntry) -> Sayable:
    return stacked(entry.title, Moment(entry.begins), entry.place)
