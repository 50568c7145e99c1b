"""The worst that really occurs: the longest texts, 30 students, 23 competences, a year.

The pictures stay in the tests' output folder, to be looked at.
"""

import io
import json
from itertools import cycle, islice, product
from pathlib import Path

import pytest
from PIL import Image, ImageSequence

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
    FilmFrame,
    FilmPicture,
    FilmRow,
    HeatMapPicture,
    HeatMapRow,
    OverviewPicture,
    OverviewRow,
    PictureRow,
    ReportPicture,
    RoutePicture,
    RouteRow,
)
from bot.pictures import heat_map, overview, report, route
from bot.pictures.drawn import drawn
from bot.pictures.sheet import MARGIN, WIDTH, lefts
from bot.pictures.theme import THEMES
from bot.showing.heat_map import arranged
from bot.showing.palette import Scheme
from tests.pictures.samples import WHO

REAL = Path(__file__).parents[2] / "../shared/data/vks/BK-0138-3.json"
pytestmark = [
    pytest.mark.skipif(not REAL.is_file(), reason="the real data of ../shared/data is not here"),
    pytest.mark.parametrize("scheme", Scheme),
]

A_YEAR = 52
STUDENTS = 30
STUDENT = "Marie-Antoinette Vandenbroucke-Van Wonterghem"
TITLE = f"{STUDENT} · Elektrotechnicus"
UNDER = "Residentiële, tertiaire en industriële installaties bij Vandenbroucke en zonen, Gent"
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
def look(tmp_path, scheme):
    """Draw, keep in the output folder, and give what a reader sees."""

    def draw(picture, name):
        seen = drawn(picture, Voice("nl", "Europe/Brussels"), scheme)
        path = tmp_path / f"{name}_{scheme}.{seen.kind}"
        path.write_bytes(seen.data)
        print(path, len(seen.data))
        return seen.data, Image.open(io.BytesIO(seen.data)).convert("RGB")

    return draw


def blank(picture, scheme, box):
    """Say whether there is nothing but paper in a box."""
    paper = bytes.fromhex(THEMES[scheme].paper[1:])
    return picture.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), tuple(paper))]


def nothing_is_cut(picture, scheme, rows, height, before=MARGIN):
    """Look for paper around the picture, between its rows, and before a place in all of them."""
    wide, high = picture.size
    edge = MARGIN - 12
    sides = [(0, 0, edge, high), (wide - edge, 0, wide, high)]
    ends = [(0, 0, wide, edge), (0, high - edge, wide, high)]
    assert all(blank(picture, scheme, box) for box in sides + ends)
    bottom = rule_above_the_legend(picture, scheme) - 12
    between = [bottom - height * row for row in range(rows + 1)]
    assert all(blank(picture, scheme, (0, y, wide, y + 1)) for y in between)
    assert blank(picture, scheme, (before - 12, between[-1], before, bottom))


def rule_above_the_legend(picture, scheme):
    """Find the lowest line that goes from margin to margin."""
    ink = tuple(bytes.fromhex(THEMES[scheme].line[1:]))
    across = range(MARGIN, picture.width - MARGIN, 7)
    return next(
        y - 1
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


def test_report(competences, look, scheme):
    rows = (PictureRow(number, title, cells(number, many)) for number, title, many in competences)
    whole = ReportPicture(TITLE, WHO, tuple(rows), UNDER, "sinds de foto van 12 okt")
    data, picture = look(whole, "report")
    assert picture.width == WIDTH
    assert picture.height <= 3 * WIDTH
    assert len(data) < MEGABYTE / 5
    nothing_is_cut(picture, scheme, len(competences), report.ROW, before=lefts(3)[0])


def test_report_of_one_perspective(competences, look):
    rows = (
        PictureRow(number, title, cells(number, many)[:1]) for number, title, many in competences
    )
    _data, picture = look(ReportPicture(TITLE, WHO[1:2], tuple(rows), UNDER), "report_of_one")
    assert picture.width == WIDTH


def test_cards(competences, look):
    for number, title, many in (
        max(competences, key=lambda competence: len(competence[1])),
        competences[22],
    ):
        columns = (
            CardColumn(who, cell) for who, cell in zip(WHO, cells(number, many), strict=True)
        )
        rows = (
            CardRow(place, text, some(MARKS, 3, place * 3)) for place, text in enumerate(many, 1)
        )
        whole = CardPicture(f"{STUDENT} · {number} {title}", tuple(columns), tuple(rows))
        _data, picture = look(whole, f"card_{number}")
        assert picture.width == WIDTH


def test_overview(competences, look, scheme):
    rows = (
        OverviewRow(
            number,
            title,
            tuple(
                AtPhoto(
                    some([*Colour, None], 3, number + 2 * period), diverges=number % 3 == period
                )
                for period in range(4)
            ),
        )
        for number, title, _many in competences
    )
    periods = ("periode 1", "periode 2", "periode 3", "nu")
    _data, picture = look(OverviewPicture(TITLE, WHO, periods, tuple(rows), UNDER), "overview")
    nothing_is_cut(picture, scheme, len(competences), overview.ROW)


def test_heat_map(competences, look, scheme):
    rows = tuple(
        HeatMapRow(number, title, some(Colour, STUDENTS, number * number), gap=number in (7, 20))
        for number, title, _many in competences
    )
    students = (STUDENT, *(f"Noor De Smet {number}" for number in range(1, STUDENTS)))
    data, picture = look(arranged(HeatMapPicture("6A", students, rows, UNDER)), "heat_map")
    # Zoomed until a phone shows 1080 points side by side, a field is as wide as a finger.
    assert picture.width < 2.2 * WIDTH
    assert len(data) < MEGABYTE / 3
    nothing_is_cut(picture, scheme, len(competences), heat_map.ROW)


def test_film_of_a_year(competences, look):
    frames = tuple(
        FilmFrame(
            f"{1 + week % 28} september",
            tuple(some(Colour, 3, (week + 7 * number) // 8) for number in range(len(competences))),
            f"periode {week // 17}" if week % 17 == 0 and week else "",
        )
        for week in range(A_YEAR)
    )
    rows = tuple(FilmRow(number, title) for number, title, _many in competences)
    data, _picture = look(FilmPicture(TITLE, WHO, rows, frames, UNDER), "film")
    assert len(data) <= MEGABYTE
    with Image.open(io.BytesIO(data)) as film:
        assert len(list(ImageSequence.Iterator(film))) == A_YEAR
        assert film.size[0] == WIDTH


def test_route(competences, look, scheme):
    rows = (
        RouteRow(number, title, len(many), number % len(many), len(many) - 1, both)
        for number, title, many in competences
        for both in [max(0, number % len(many) - 1)]
    )
    _data, picture = look(RoutePicture(TITLE, tuple(rows), UNDER), "route")
    before = WIDTH - MARGIN - route.LANES
    nothing_is_cut(picture, scheme, len(competences), route.ROW, before)
