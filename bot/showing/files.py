"""What a file beside a message is called, what it is, and the same in words."""

import re
from collections.abc import Callable

from bot.domain.folding import fold
from bot.messages import (
    CalendarEntries,
    CalendarEntry,
    CardPicture,
    Day,
    Described,
    Document,
    EvaluationsSheet,
    FilmPicture,
    HeatMapPicture,
    MatrixPicture,
    MatrixSheet,
    Moment,
    OverviewPicture,
    OwnDataFile,
    QrPicture,
    ReportPicture,
    RoutePicture,
    Sayable,
    Spreadsheet,
    Table,
    TuningPicture,
    WeeksPicture,
    _,
    words,
)
from bot.messages import lines as stacked
from bot.showing.alt import alt_of
from bot.showing.caption import caption_of

LONGEST_NAME = 60
"""Characters of a title in a file's name."""

PNG, GIF, ICS, CSV = "image/png", "image/gif", "text/calendar", "text/csv"
PDF = "application/pdf"
ZIP = "application/zip"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_ENDINGS = {PNG: "png", GIF: "gif", ICS: "ics", CSV: "csv", XLSX: "xlsx", PDF: "pdf", ZIP: "zip"}
_PICTURED = {
    ReportPicture: _("report"),
    CardPicture: _("card"),
    OverviewPicture: _("overview"),
    HeatMapPicture: _("class map"),
    MatrixPicture: _("class matrix"),
    FilmPicture: _("film"),
    WeeksPicture: _("weeks"),
    RoutePicture: _("route"),
    TuningPicture: _("tuning"),
}
_OWN_KINDS = {
    FilmPicture: GIF,
    Spreadsheet: XLSX,
    MatrixSheet: XLSX,
    EvaluationsSheet: XLSX,
    CalendarEntry: ICS,
    CalendarEntries: ICS,
    Table: CSV,
    Document: PDF,
    OwnDataFile: ZIP,
}
_APART = re.compile(r"[^a-z0-9]+")


def kind_of(described: Described) -> str:
    """Tell the media type of a file."""
    return _OWN_KINDS.get(type(described), PNG)


def name_of(described: Described, say: Callable[[Sayable], str]) -> str:
    """Make a file's name, of plain letters only: what kind it is, of what, and of which day."""
    title = _cut(_plain(say(described.title)))
    before, after = (_plain(say(part)) for part in _around(described))
    name = "-".join(part for part in (before, title, after) if part)
    return f"{name or 'kompaan'}.{_ENDINGS[kind_of(described)]}"


def _around(described: Described) -> tuple[Sayable, Sayable]:
    """Tell what a name begins with, and what it ends with: kind and day, where it has them."""
    match described:
        case ReportPicture(photo=photo) if photo:
            return words(_("photo"), photo), words(described.day, described.part)
        case Spreadsheet(heat_map=shown) | MatrixSheet(matrix=shown):
            return _around(shown)
        case CalendarEntry() | CalendarEntries() | EvaluationsSheet() | Table() | QrPicture():
            return "", ""
        case OwnDataFile(asked_at=asked_at):
            return "kompaan", Day(asked_at, full=True)
        case Document(made_at=made_at):
            return "", Day(made_at, full=True)
    return _PICTURED[type(described)], words(described.day, described.part)


def _cut(name: str) -> str:
    """Cut a name that is too long between words, where it has any."""
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME + 1].rpartition("-")[0] or name[:LONGEST_NAME]


def _plain(said: str) -> str:
    return _APART.sub("-", fold(said)).strip("-")


def in_words(described: Described) -> Sayable:
    """Say everything that a file shows, for people who cannot see it."""
    match described:
        case Spreadsheet(heat_map=shown) | MatrixSheet(matrix=shown):
            return stacked(_as_spreadsheet(described), alt_of(shown))
        case EvaluationsSheet(under=under, tables=tables):
            return stacked(_as_spreadsheet(described), under, *map(in_words, tables))
        case CalendarEntry() | OwnDataFile():
            return in_short(described)
        case QrPicture(link=link):
            return words(in_short(described), link)
        case CalendarEntries(title, entries):
            return stacked(title, *map(_entry, entries))
        case Table(title, columns, rows):
            return stacked(title, *(words(*row, by=" · ") for row in (columns, *rows)))
        case Document():
            # Its text is read in it, and out loud: it says how it is built.
            headings = (section.title for section in described.sections)
            return stacked(in_short(described), words(*headings, by=" · "))
    return alt_of(described)


def in_short(described: Described) -> Sayable:
    """Say in two or three lines what a file is."""
    match described:
        case Spreadsheet() | MatrixSheet() | EvaluationsSheet():
            return _as_spreadsheet(described)
        case CalendarEntry():
            return _entry(described)
        case CalendarEntries(title=title) | Table(title=title):
            return title
        case OwnDataFile():
            return _("Everything that is kept of you, as a ZIP file.")
        case QrPicture():
            return _("The link as a picture for a camera (QR code).")
        case Document(title=title, under=under):
            return stacked(title, under)
    return caption_of(described)


def _as_spreadsheet(described: Spreadsheet | MatrixSheet | EvaluationsSheet) -> Sayable:
    return _("{title}, as a spreadsheet", title=described.title)


def _entry(entry: CalendarEntry) -> Sayable:
    when = Moment(entry.begins) if entry.minutes else Day(entry.begins)
    return stacked(entry.title, when, entry.place)
