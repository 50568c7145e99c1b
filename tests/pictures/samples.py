"""Described pictures to draw: invented, small, and with every sign that a picture may have."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.planning.matrix import ComeUp
from bot.domain.planning.tuning import Tuning
from bot.domain.school.frameworks import PriorRule
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import (
    AtPhoto,
    CardColumn,
    CardPicture,
    CardRow,
    Cell,
    Day,
    FilmFrame,
    FilmPicture,
    FilmRow,
    HeatMapPicture,
    HeatMapRow,
    LearnedStripe,
    MatrixCell,
    MatrixPicture,
    MatrixRow,
    OverviewPicture,
    OverviewRow,
    PictureRow,
    ReportPicture,
    RoutePicture,
    RouteRow,
    TuningPicture,
    TuningRow,
    WeeksPicture,
    _,
)

DAY = Day(datetime(2026, 12, 14, 10, tzinfo=UTC), full=True)
NAMED = dict(zip("GROLD", Colour, strict=True))
WHO = (_("student"), _("mentor"), _("teacher"))
TITLES = (
    "Keeps everybody on site safe",
    "Lays conduits with wires and cables for the circuits of a house, and labels both ends",
    "Sets boxes",
    "Connects the switchboard and measures before and after",
)


def colours(letters):
    """Read the colours of letters such as 'GRO'; a dot is none."""
    return tuple(map(NAMED.get, letters))


def cell(letter, *numbers, **grown):
    return Cell(NAMED[letter], *numbers, **grown)


EVERY_STUDENT = ("Ελένη Παπαδοπούλου", "Łukasz Wójcik", "Шевченко Олена", "Zoë Peeters")


def report(columns=WHO):
    cells = (
        (cell("G", 0, 6), cell("R", 2, 6, broader=2), cell("O", 4, 6)),
        (cell("O", 8, 13, deeper=2, broader=3), cell("L", 13, 13), cell("D", 13, 13, deeper=1)),
        (cell("D", 4, 4), cell("L", 3, 4, deeper=1), cell("R", 1, 4)),
        (cell("L", 9, 9), cell("O", 5, 9), cell("G", 0, 9)),
    )
    rows = enumerate(zip(TITLES, cells, strict=True), start=9)
    return ReportPicture(
        "Jonas Peeters · Electrician",
        columns,
        tuple(
            PictureRow(
                number, title, row[: len(columns)], differ=number in (10, 11) and len(columns) > 1
            )
            for number, (title, row) in rows
        ),
        under="6A · Ελένη, Łukasz, Шевченко",
        since="12 Oct → 14 Dec",
        day=DAY,
    )


def report_that_fell():
    """Draw falls, one of which its reader may not count, and what is not here."""
    fell = {"fell_from": Colour.DARK_GREEN}
    cells = (
        (cell("G", 0, 6), cell("R", 1, 5, not_here=4)),
        (cell("O", 8, 13, deeper=2, broader=3, back=1), cell("L", 10, 13, not_here=3, **fell)),
        (cell("O", 9, 16, deeper=11, broader=12, back=10), cell("R", 1, 4, back=3, **fell)),
    )
    rows = enumerate(zip(TITLES, cells, strict=False), start=9)
    return ReportPicture(
        "Jonas Peeters · Electrician",
        WHO[:2],
        tuple(PictureRow(number, title, row) for number, (title, row) in rows),
        since="12 Oct → 14 Dec",
        day=DAY,
    )


def card(*, deep=(True, True, True)):
    seen = (
        (Mark(Mastery.AUTONOMOUS, Coverage.REGULARLY), Mark(), Mark(Mastery.NOT_SHOWN)),
        (Mark(Mastery.WITH_SUPPORT, Coverage.SOMETIMES), Mark(Mastery.AUTONOMOUS), Mark()),
        (
            Mark(None, Coverage.SOMETIMES),
            Mark(Mastery.NOT_SHOWN, Coverage.NOT_YET),
            Mark(coverage=Coverage.NOT_YET, not_here=True),
        ),
    )
    away = {"not_here": 1, "shown": 0} if all(deep) else {}
    cells = (cell("O", 2, 3), cell("R", 1, 3), cell("G", 0, 3, **away))
    columns = (CardColumn(*column) for column in zip(WHO, cells, deep, strict=True))
    rows = (
        CardRow(number, text, tuple(m for m, kept in zip(marks, deep, strict=True) if kept))
        for number, (text, marks) in enumerate(zip(TITLES, seen, strict=False), start=1)
    )
    return CardPicture("Jonas · 10 Lays conduits with wires", tuple(columns), tuple(rows), day=DAY)


HATCHED = LearnedStripe(4, 13, PriorRule.ACQUIRED)
SHORT = LearnedStripe(1, 4, PriorRule.ACQUIRED)
FULL = LearnedStripe(8, 9, PriorRule.ACQUIRED, acquired=True)
BEFORE = (None, HATCHED, SHORT, FULL)


def with_before(picture):
    """Let each row but the first have something that was learned before."""
    rows = zip(picture.rows, BEFORE, strict=True)
    return replace(picture, rows=tuple(replace(row, before=before) for row, before in rows))


def class_with_before():
    whole = heat_map()
    rows = tuple(replace(row, before=BEFORE) for row in whole.rows[:3])
    return replace(whole, rows=(*rows, *whole.rows[3:]))


def overview():
    seen = ("GGG RRO OOL", "RGG LLR LLL", "GGG OLO ...", "OOO LDL DDD")
    rows = (
        OverviewRow(number, title, tuple(map(moment, letters.split())))
        for number, (title, letters) in enumerate(zip(TITLES, seen, strict=True), start=7)
    )
    periods = ("period 1", "period 2", "period 3")
    return OverviewPicture("Jonas Peeters · Electrician", WHO, periods, tuple(rows), day=DAY)


def moment(letters):
    apart = letters == "LLR"
    return AtPhoto(colours(letters), diverges=apart, apart=(False, False, apart))


def heat_map():
    seen = zip((3, 9, 10, 12), TITLES, ("DLDO", "RGRG", "OLRD", "DDLL"), strict=True)
    rows = (
        HeatMapRow(number, title, colours(letters), gap=number == 9)
        for number, title, letters in seen
    )
    return HeatMapPicture("6A · Electrician", EVERY_STUDENT, tuple(rows), _("teacher"), day=DAY)


OFTEN = {".": ComeUp.NOT, "s": ComeUp.SOMETIMES, "r": ComeUp.REGULARLY}


def matrix():
    """Draw every cell: 'p' planned, 's' or 'r' come up, '*' shown alone."""
    seen = zip(
        (9, 3, 12, 10),
        TITLES,
        (". . . .", "p. ps pr .*", "s r s* r*", "ps* pr* p* ps"),
        strict=True,
    )
    rows = (
        MatrixRow(number, title, tuple(map(planned_cell, said.split())), number == 9, number == 10)
        for number, title, said in seen
    )
    companies = ("Volt nv", "Elektro Vandenbroucke bv", "Łódź & Zn.", "Volt nv")
    students = EVERY_STUDENT
    return MatrixPicture("6A · Electrician", students, companies, tuple(rows), day=DAY)


def planned_cell(said):
    """Read a cell of a matrix."""
    often = next((sign for sign in said if sign in "sr"), ".")
    return MatrixCell("p" in said, OFTEN[often], "*" in said)


def matrix_with_before():
    whole = matrix()
    rows = (
        replace(row, cells=(replace(row.cells[0], before=True), *row.cells[1:]))
        for row in whole.rows
    )
    return replace(whole, rows=tuple(rows))


def film(kind=FilmPicture):
    frames = (
        FilmFrame("12 Sep", tuple(map(colours, ("GGG", "GGG", "GGG", "GGG")))),
        FilmFrame("10 Oct", tuple(map(colours, ("RGG", "GRO", "GGG", "OGG")))),
        FilmFrame("14 Nov", tuple(map(colours, ("ORG", "LRO", "GGG", "OLG"))), "period 1"),
        FilmFrame("12 Dec", tuple(map(colours, ("LRG", "LRO", "GDG", "OLD")))),
    )
    rows = tuple(FilmRow(number, title) for number, title in enumerate(TITLES, start=9))
    return kind("Jonas Peeters · Electrician", WHO, rows, frames, day=DAY)


def route():
    counts = (6, 6, 0), (13, 9, 7, 3), (4, 0, 4), (9, 2, 4)
    planned = (True, True), (True, False), (False, False), (False, True)
    rows = tuple(
        RouteRow(number, title, *of, at_work=at_work, on_campus=on_campus)
        for number, (title, of, (at_work, on_campus)) in enumerate(
            zip(TITLES, counts, planned, strict=True), start=1
        )
    )
    every = (*rows, RouteRow(5, "Tests", 5, 0, 0, at_work=True))
    return RoutePicture("Jonas Peeters · Electrician", every, day=DAY)


def tuning():
    counts = (2, 1, 1, 4), (8, 0, 0, 0), (1, 3, 4, 0), (0, 7, 0, 1)
    rows = (
        TuningRow(number, title, of)
        for number, (title, of) in enumerate(zip(TITLES, counts, strict=True), start=9)
    )
    return TuningPicture("6A · Electrician", tuple(Tuning), tuple(rows), day=DAY)


EVERY = {
    "report": report(),
    "report_of_one": report(WHO[:1]),
    "report_that_fell": report_that_fell(),
    "card": card(),
    "card_of_a_student": card(deep=(True, False, False)),
    "overview": overview(),
    "heat_map": heat_map(),
    "matrix": matrix(),
    "film": film(),
    "weeks": film(WeeksPicture),
    "route": route(),
    "tuning": tuning(),
    "report_in_brief": replace(report(), in_brief=True),
    "card_in_brief": replace(card(), in_brief=True),
    "report_before": with_before(report()),
    "card_before": replace(card(), before=LearnedStripe(1, 3, PriorRule.COVERED)),
    "heat_map_before": class_with_before(),
    "matrix_before": matrix_with_before(),
    "film_before": with_before(film()),
    "weeks_before": with_before(film(WeeksPicture)),
}


def of_rows(name: str, count: int, title: str = "Sets boxes") -> Any:
    """Take a sample with so many rows of a title."""
    picture: Any = EVERY[name]
    text = "text" if isinstance(picture, CardPicture) else "title"
    rows = tuple(
        replace(picture.rows[0], number=number, **{text: title}) for number in range(1, count + 1)
    )
    if isinstance(picture, FilmPicture):
        frames = (replace(frame, colours=frame.colours[:1] * count) for frame in picture.frames)
        return replace(picture, rows=rows, frames=tuple(frames))
    return replace(picture, rows=rows)
