"""Files beside a message, as a handler describes them: they are made at sending."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages.documents import Document
from bot.messages.pictures import HeatMapPicture, MatrixPicture, Picture
from bot.messages.texts import Sayable


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """A class heat map as a spreadsheet, made at that instant (aware)."""

    heat_map: HeatMapPicture
    made_at: datetime

    @property
    def title(self) -> Sayable:
        """The title of the map."""
        return self.heat_map.title


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """A class matrix as a spreadsheet, made at that instant (aware)."""

    matrix: MatrixPicture
    made_at: datetime

    @property
    def title(self) -> Sayable:
        """The title of the matrix."""
        return self.matrix.title


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting to put in a calendar: when it begins (aware), and how many minutes it takes.

    One without minutes takes the whole day in which noon of its zone is when it begins.

    `meeting` names it whatever becomes of its title and time, so that a calendar can move it:
    `version` rises each time it is said anew, and `made_at` (aware) is when it was.
    """

    meeting: str
    title: Sayable
    begins: datetime
    minutes: int
    description: Sayable = ""
    place: Sayable = ""
    version: int = 0
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CalendarEntries:
    """Several meetings in one calendar file."""

    title: Sayable
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows to take away, as a CSV file for the spreadsheets of where the school is (`zone`)."""

    title: Sayable
    columns: tuple[Sayable, ...]
    rows: tuple[tuple[Sayable, ...], ...]
    zone: str = ""


@dataclass(frozen=True, slots=True)
class QrPicture:
    """A link for another device's camera; it is made at sending, and no transcript keeps it."""

    title: Sayable
    link: str


@dataclass(frozen=True, slots=True)
class EvaluationsSheet:
    """Evaluations to prepare as a spreadsheet, each table a sheet, made at that instant (aware)."""

    title: Sayable
    under: Sayable
    tables: tuple[Table, ...]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class OwnDataFile:
    """A file with what is kept of a person, which was made before and lies ready for them.

    It is named by its identity, and by the day on which it was asked for (aware).
    """

    title: Sayable
    take_away: int
    person: int
    asked_at: datetime


Described = (
    Picture
    | Spreadsheet
    | MatrixSheet
    | EvaluationsSheet
    | CalendarEntry
    | CalendarEntries
    | Table
    | Document
    | QrPicture
    | OwnDataFile
)


@dataclass(frozen=True, slots=True)
class File:
    """A file to send: its media type, its bytes, and what it shows in words, long and short."""

    name: str
    kind: str
    data: bytes
    alt: str
    caption: str
