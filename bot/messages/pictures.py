"""Pictures as a handler describes them: what they show, not yet how, nor in which language.

They are drawn at sending, outside the lane. `title` says of whom or what a picture is, and
`under` more of that; what it found is worked out (`showing/finding.py`).
"""

from dataclasses import dataclass, field

from bot.domain.planning.matrix import ComeUp
from bot.domain.planning.tuning import Tuning
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Mark
from bot.messages.learned import LearnedStripe
from bot.messages.texts import Sayable


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """What else stands above a picture: of which `day` it is, in full.

    Where it is one of several, `part` says which ('1/2'), and `found` what all of them found.
    The legend is one line where it stands `in_brief`: its reader saw one in full that day.
    """

    day: Sayable = ""
    part: str = ""
    found: Sayable = ""
    in_brief: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One perspective's colour and progress of one competence.

    `not_here` counts what cannot be seen there, `shown` what is shown, where its reader may know.
    `deeper`, `broader` and `back` count the indicators that changed since the last photo, and
    `fell_from` is the colour in it where that was a better one, where that is shown.
    """

    colour: Colour
    covered: int
    indicators: int
    deeper: int = 0
    broader: int = 0
    back: int = 0
    fell_from: Colour | None = None
    not_here: int = 0
    shown: int | None = None


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One competence in a colour report: a cell for each perspective.

    The views `differ` where one says that it is acquired, and another that it is not.
    """

    number: int
    title: str
    cells: tuple[Cell, ...]
    differ: bool = False
    before: LearnedStripe | None = None


@dataclass(frozen=True, slots=True)
class ReportPicture(Headed):
    """The colour report of one student; `since` names the photo from which growth is counted.

    `photo` names the period whose photo it is.
    """

    title: Sayable
    columns: tuple[Sayable, ...]
    rows: tuple[PictureRow, ...]
    under: Sayable = ""
    since: Sayable = ""
    photo: Sayable = ""


@dataclass(frozen=True, slots=True)
class CardColumn:
    """One perspective on a competence's card; only one seen in depth has marks in the rows."""

    who: Sayable
    cell: Cell
    in_depth: bool = True


@dataclass(frozen=True, slots=True)
class CardRow:
    """One indicator: a mark for each perspective that is seen in depth."""

    number: int
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class CardPicture(Headed):
    """One competence of one student, with its indicators."""

    title: Sayable
    columns: tuple[CardColumn, ...]
    rows: tuple[CardRow, ...]
    under: Sayable = ""
    before: LearnedStripe | None = None


@dataclass(frozen=True, slots=True)
class AtPhoto:
    """A competence at one moment, by perspective; None where there was no photo of it.

    `apart` says of each perspective whether it is the one that differs, and `aside` of which
    something is not here.
    """

    colours: tuple[Colour | None, ...]
    diverges: bool = False
    aside: Sayable = ""
    apart: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One competence over the periods."""

    number: int
    title: str
    moments: tuple[AtPhoto, ...]


@dataclass(frozen=True, slots=True)
class OverviewPicture(Headed):
    """The competences of one student, by period and by perspective (`columns`)."""

    title: Sayable
    columns: tuple[Sayable, ...]
    periods: tuple[Sayable, ...]
    rows: tuple[OverviewRow, ...]
    under: Sayable = ""


@dataclass(frozen=True, slots=True)
class HeatMapRow:
    """One competence over a class group, in the order of the students; `gap`: a collective one.

    `aside` says of which students something is not here; `before` is empty, or one by student.
    """

    number: int
    title: str
    colours: tuple[Colour, ...]
    gap: bool = False
    aside: Sayable = ""
    before: tuple[LearnedStripe | None, ...] = ()


@dataclass(frozen=True, slots=True)
class HeatMapPicture(Headed):
    """The competences of a class group, in one perspective."""

    title: Sayable
    students: tuple[str, ...]
    rows: tuple[HeatMapRow, ...]
    under: Sayable = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a student's workplaces train of a competence; `alone`: it is shown alone.

    It was acquired `before` the track where the programme's rule says so.
    """

    planned: bool = False
    at_work: ComeUp = ComeUp.NOT
    alone: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One competence over a class group: no workplace trains a `gap`, all train a `covered` one."""

    number: int
    title: str
    cells: tuple[MatrixCell, ...]
    gap: bool = False
    covered: bool = False


@dataclass(frozen=True, slots=True)
class MatrixPicture(Headed):
    """What the workplaces of a class group train: competences by students with their company."""

    title: Sayable
    students: tuple[str, ...]
    companies: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    under: Sayable = ""


@dataclass(frozen=True, slots=True)
class FilmRow:
    """One competence in a film; what was learned `before` is as it is now."""

    number: int
    title: str
    before: LearnedStripe | None = None


@dataclass(frozen=True, slots=True)
class FilmFrame:
    """All colours at one moment, by row and by perspective; `photo` names it if it was one."""

    when: Sayable
    colours: tuple[tuple[Colour, ...], ...]
    photo: Sayable = ""


@dataclass(frozen=True, slots=True)
class FilmPicture(Headed):
    """The colours of one student over time, in one or more frames at even distances."""

    title: Sayable
    columns: tuple[Sayable, ...]
    rows: tuple[FilmRow, ...]
    frames: tuple[FilmFrame, ...]
    under: Sayable = ""


@dataclass(frozen=True, slots=True)
class WeeksPicture(FilmPicture):
    """The same as a film in one picture that does not move: week by competence."""


@dataclass(frozen=True, slots=True)
class RouteRow:
    """How many of a competence's indicators each place contributed, and how many both did.

    `aside` says how many the workplace cannot contribute; by the training plan it is pursued
    `at_work`, `on_campus`, or both.
    """

    number: int
    title: str
    indicators: int
    workplace: int
    campus: int
    both: int = 0
    aside: Sayable = ""
    at_work: bool = field(default=False, kw_only=True)
    on_campus: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class RoutePicture(Headed):
    """What the workplace and the campus contributed to each competence of one student."""

    title: Sayable
    rows: tuple[RouteRow, ...]
    under: Sayable = ""


@dataclass(frozen=True, slots=True)
class TuningRow:
    """How campus and work stand to each other on one competence, of how many students each."""

    number: int
    title: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TuningPicture(Headed):
    """Whether campus and work are tuned for a class group; a count for each of `tunings`."""

    title: Sayable
    tunings: tuple[Tuning, ...]
    rows: tuple[TuningRow, ...]
    under: Sayable = ""


Picture = (
    ReportPicture
    | CardPicture
    | OverviewPicture
    | HeatMapPicture
    | MatrixPicture
    | FilmPicture
    | WeeksPicture
    | RoutePicture
    | TuningPicture
)
