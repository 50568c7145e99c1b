"""The worst that really occurs: the longest texts, 30 students, 23 competences, a year.

The pictures stay in the tests' output folder, to be looked at.
"""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice, product
from pathlib import Path

import pytest
from PIL import Image, ImageSequence

from bot.domain.languages import LANGUAGES
from bot.domain.planning.matrix import ComeUp
from bot.domain.planning.tuning import Tuning
from bot.domain.school.frameworks import PriorRule
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.i18n import Voice
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
)
from bot.pictures.drawn import DRAWERS
from bot.pictures.ink.canvas import Canvas
from bot.pictures.ink.pen import Pen
from bot.pictures.sheet import MARGIN, WIDTH
from bot.pictures.theme import THEMES
from bot.showing.heat_map import arranged
from bot.showing.matrix import arranged_matrix
from bot.showing.pages import pages_of
from bot.showing.palette import Scheme
from bot.showing.tuning import arranged_tuning
from tests.pictures.samples import WHO

REAL = Path(__file__).parents[2] / "../shared/data/vks/BK-0138-3.json"
pytestmark = [
    pytest.mark.skipif(not REAL.is_file(), reason="the real data of ../shared/data is not here"),
    pytest.mark.parametrize(
        ("language", "scheme"), [*zip(LANGUAGES, cycle(Scheme), strict=False)], ids=list(LANGUAGES)
    ),
]

A_YEAR = 52
STUDENTS = 30
STUDENT = "Marie-Antoinette Vandenbroucke-Van Wonterghem"
TITLE = f"{STUDENT} · Elektrotechnicus"
UNDER = "6 Elektrotechnieken duaal B"
BEGAN = datetime(2026, 9, 1, 10, tzinfo=UTC)
DAY = Day(datetime(2027, 8, 31, 10, tzinfo=UTC), full=True)
PHONE, SMALLEST = 342, 11
"""How wide a phone shows a picture, in points, and how small a text on it is at least."""
MEGABYTE = 1_000_000

MARKS = [
    *(Mark(*both) for both in product([None, *Mastery], [None, *Coverage])),
    Mark(coverage=Coverage.NOT_YET, not_here=True),
]


@pytest.fixture
def competences():
    """List (number, title, indicators) of the longest framework at hand."""
    read = json.loads(REAL.read_text(encoding="utf-8"))["competenties"]
    return [(row["nr"], row["tekst"], [v["tekst"] for v in row["vaardigheden"]]) for row in read]


@pytest.fixture
def look(tmp_path, language, scheme, monkeypatch):
    """Draw, keep in the output folder, and look at every sheet as a phone shows it."""
    written = []
    text, upright = Canvas.text, Canvas.upright

    def noted(write):
        def note(self, place, said, face, *how):
            written.append((said, face.size * PHONE / self.image.width))
            write(self, place, said, face, *how)

        return note

    monkeypatch.setattr(Canvas, "text", noted(text))
    monkeypatch.setattr(Canvas, "upright", noted(upright))

    def draw(picture, name, sheets):
        written.clear()
        made: list[bytes] = []
        for part in pages_of(picture):
            # Drawn here, and not in the thread of drawings, to see what is written.
            pen = Pen(THEMES[scheme], Voice(language, "Europe/Brussels").say)
            data = DRAWERS[type(part)](part, pen)
            path = tmp_path / f"{name}_{len(made)}_{language}.{'gif' if name == 'film' else 'png'}"
            path.write_bytes(data)
            with Image.open(io.BytesIO(data)) as seen:
                assert seen.width == WIDTH
                assert seen.height <= 1.9 * seen.width
                if name != "film":
                    assert is_blank_around(seen.convert("RGB"), scheme)
                assert legend_of(seen.convert("RGB"), scheme) <= seen.height / 5
            made.append(data)
        assert len(made) == sheets
        assert min(size for _said, size in written) >= SMALLEST
        cut = {said for said, _size in written if said.endswith("…")}
        return made, cut

    return draw


def is_blank_around(picture, scheme):
    """Say whether nothing reaches the edges but a tinted row."""
    wide, high = picture.size
    paper = (THEMES[scheme].paper, THEMES[scheme].tint)
    allowed = {tuple(bytes.fromhex(colour[1:])) for colour in paper}
    boxes = [(0, 0, 9, high), (wide - 9, 0, wide, high), (0, 0, wide, 9), (0, high - 9, wide, high)]
    seen = [colour for box in boxes for _count, colour in picture.crop(box).getcolors()]
    return set(seen) <= allowed


def legend_of(picture, scheme):
    """Measure the legend: what lies below the lowest line from margin to margin."""
    ink = tuple(bytes.fromhex(THEMES[scheme].line[1:]))
    across = range(MARGIN, picture.width - MARGIN, 7)
    return next(
        picture.height - y
        for y in reversed(range(picture.height))
        if all(picture.getpixel((x, y)) == ink for x in across)
    )


def some(values, count, start):
    return tuple(islice(cycle(values), start, start + count))


def cells(number, indicators):
    total = len(indicators)
    grown = ((0, 0), (12, 13), (1, 0))
    return tuple(
        Cell(colour, (number * 3 + place) % (total + 1), total, *grown[(number + place) % 3])
        for place, colour in enumerate(some(Colour, 3, number))
    )


def test_report(competences, look):
    rows = (
        PictureRow(number, title, cells(number, many), differ=number % 3 == 0)
        for number, title, many in competences
    )
    whole = ReportPicture(TITLE, WHO, tuple(rows), UNDER, "sinds periode 1", day=DAY)
    made, cut = look(whole, "report", 2)
    assert all(len(said) > 40 for said in cut)
    _made, cut = look(replace(whole, title="Noor De Smet · Elektrotechnicus"), "report", 2)
    assert not cut
    assert all(len(data) < MEGABYTE / 5 for data in made)


def learned(number, indicators):
    total = len(indicators)
    return LearnedStripe(number % total + 1, total, PriorRule.ACQUIRED, acquired=number % 4 == 0)


def test_where_something_of_everything_was_learned_before(competences, look):
    rows = tuple(
        PictureRow(number, title, cells(number, many), number % 3 == 0, learned(number, many))
        for number, title, many in competences
    )
    title = "Noor De Smet · Elektrotechnicus"
    _made, cut = look(ReportPicture(title, WHO, rows, UNDER, day=DAY), "report_before", 2)
    assert not cut
    stripes = [learned(number, many) for number, _title, many in competences]
    film = film_of(WeeksPicture, competences)
    striped = (replace(row, before=own) for row, own in zip(film.rows, stripes, strict=True))
    _made, cut = look(replace(film, rows=tuple(striped)), "weeks_before", 3)
    assert not cut
    whole = class_map(competences, STUDENTS)
    every = (
        replace(row, before=(own,) * STUDENTS) for row, own in zip(whole.rows, stripes, strict=True)
    )
    _made, cut = look(replace(whole, rows=tuple(every)), "heat_map_before", 3)
    assert cut <= {"Marie-Antoinette…"}


def test_report_of_one_perspective(competences, look):
    rows = (
        PictureRow(number, title, cells(number, many)[:1]) for number, title, many in competences
    )
    whole = ReportPicture(TITLE, WHO[1:2], tuple(rows), UNDER, day=DAY)
    _made, cut = look(whole, "report_of_one", 2)
    assert not cut


def test_cards(competences, look):
    for number, title, many in competences:
        columns = (
            CardColumn(who, cell) for who, cell in zip(WHO, cells(number, many), strict=True)
        )
        rows = (
            CardRow(place, text, some(MARKS, 3, place * 3)) for place, text in enumerate(many, 1)
        )
        whole = CardPicture(
            f"{STUDENT} · {number} {title}", tuple(columns), tuple(rows), UNDER, day=DAY
        )
        _made, cut = look(whole, f"card_{number}", 1 if len(many) <= 9 else 2)
        assert not any(text.startswith(said[:-1]) for said in cut for text in many)


def test_overview(competences, look):
    rows = (
        OverviewRow(
            number,
            title,
            tuple(
                AtPhoto(
                    some([*Colour, None], 3, number + 2 * period),
                    diverges=number % 3 == period,
                    apart=tuple(
                        (number % 3 == period, place == 1) == (True, True) for place in range(3)
                    ),
                )
                for period in range(4)
            ),
        )
        for number, title, _many in competences
    )
    periods = ("periode 1", "periode 2", "periode 3", "nu")
    _made, cut = look(
        OverviewPicture(TITLE, WHO, periods, tuple(rows), UNDER, day=DAY), "overview", 3
    )
    assert not cut


def class_map(competences, count):
    rows = tuple(
        HeatMapRow(number, title, some(Colour, count, number * number), gap=number in (7, 20))
        for number, title, _many in competences
    )
    students = (STUDENT, *(f"Noor De Smet {number}" for number in range(1, count)))
    return arranged(HeatMapPicture("6A · Elektrotechnicus", students, rows, "leerkracht", day=DAY))


@pytest.mark.parametrize("count", [4, STUDENTS])
def test_heat_map(competences, look, count):
    made, cut = look(class_map(competences, count), f"heat_map_{count}", 3)
    assert cut <= {"Marie-Antoinette…"}
    assert all(len(data) < MEGABYTE / 5 for data in made)


EVERY_CELL = [MatrixCell(*cell) for cell in product([True, False], ComeUp, [False, True])]
COMPANIES = ("Installatiebedrijf Vandenbroucke & Zonen bv", "Volt nv", "Elektro Peeters")


@pytest.mark.parametrize(("count", "sheets"), [(4, 3), (STUDENTS // 2, 3), (STUDENTS, 6)])
def test_matrix(competences, look, count, sheets):
    rows = (
        MatrixRow(number, title, some(EVERY_CELL, count, number * 5), number == 2, number in (4, 5))
        for number, title, _many in competences
    )
    students = (STUDENT, *(f"Noor De Smet {number}" for number in range(1, count)))
    whole = MatrixPicture(
        "6A · Elektrotechnicus", students, some(COMPANIES, count, 0), tuple(rows), day=DAY
    )
    made, cut = look(arranged_matrix(whole), f"matrix_{count}", sheets)
    assert all(said.startswith(("Marie-Antoinette", "Installatiebedrijf")) for said in cut)
    assert all(len(data) < MEGABYTE / 5 for data in made)


def film_of(kind, competences):
    frames = tuple(
        FilmFrame(
            Day(BEGAN + timedelta(weeks=week)),
            tuple(some(Colour, 3, (week + 7 * number) // 8) for number in range(len(competences))),
            f"periode {week // 17}" if week % 17 == 0 and week else "",
        )
        for week in range(A_YEAR)
    )
    rows = tuple(FilmRow(number, title) for number, title, _many in competences)
    return kind(TITLE, WHO, rows, frames, UNDER, day=DAY)


def test_film_of_a_year(competences, look):
    (data,), _cut = look(film_of(FilmPicture, competences), "film", 1)
    assert len(data) <= MEGABYTE
    with Image.open(io.BytesIO(data)) as film:
        assert len(list(ImageSequence.Iterator(film))) == A_YEAR


def test_weeks_of_a_year(competences, look):
    _made, cut = look(film_of(WeeksPicture, competences), "weeks", 3)
    assert not cut


def test_route(competences, look):
    rows = (
        RouteRow(number, title, len(many), number % len(many), len(many) - 1, both, **planned)
        for number, title, many in competences
        for both in [max(0, number % len(many) - 1)]
        for planned in [{"at_work": number % 2 == 0, "on_campus": number % 3 == 0}]
    )
    _made, cut = look(RoutePicture(TITLE, tuple(rows), UNDER, day=DAY), "route", 3)
    assert not cut


def test_tuning(competences, look):
    rows = (
        TuningRow(number, title, (STUDENTS - gap - lap - 1, 1, lap, gap))
        for number, title, _many in competences
        for lap, gap in [(number % 4, number % 12)]
    )
    whole = TuningPicture("6A · Elektrotechnicus", tuple(Tuning), tuple(rows), UNDER, day=DAY)
    _made, cut = look(arranged_tuning(whole), "tuning", 2)
    assert not cut
