"""The class matrix as a spreadsheet: what the picture shows, in signs and patterns."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.exchange.spreadsheets.matrix_xlsx import matrix_xlsx
from bot.i18n import Voice
from bot.showing.matrix import arranged_matrix
from bot.showing.palette import COLOUR_PAINT, Scheme
from tests.exchange.spreadsheets.test_heat_map_xlsx import ACTIVE, Reopened
from tests.pictures.samples import EVERY, TITLES

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)


def reopened(picture=EVERY["matrix"], language="en"):
    return Reopened(matrix_xlsx(arranged_matrix(picture), Voice(language, "UTC"), AT))


def test_it_holds_what_the_picture_shows():
    cells = reopened().cells
    assert cells["A1"] == "6A · Electrician"
    assert [cells[at] for at in ("C4", "C5", "D5")] == [
        "Ελένη Παπαδοπούλου", "Volt nv", "Elektro Vandenbroucke bv",
    ]  # fmt: skip
    assert [cells[at] for at in ("A6", "B6", "G6")] == [9, TITLES[0], "collective gap"]
    assert [cells.get(at) for at in ("C7", "D7", "E7", "F7", "G7")] == [
        "P",
        "P 1-3",
        "P 4+",
        "★",
        None,
    ]
    assert [cells[at] for at in ("C9", "D9", "E9", "G9")] == [
        "P 1-3 ★", "P 4+ ★", "P ★", "collectively covered",
    ]  # fmt: skip
    assert [cells[f"B{row}"] for row in range(11, 15)] == [
        "planned at work", "came up sometimes", "came up regularly", "shown alone",
    ]  # fmt: skip
    assert reopened(language="nl").cells["B11"] == "gepland op het werk"


def test_no_field_has_a_colour_of_mastery():
    taken = {f"FF{paint.ground[1:].upper()}" for paint in COLOUR_PAINT[Scheme.LIGHT].values()}
    assert taken.isdisjoint(fill for fill in reopened().fills.values() if fill)


@pytest.mark.parametrize("words", ACTIVE)
def test_whatever_somebody_wrote_is_text_and_never_a_formula(words):
    matrix = EVERY["matrix"]
    row = replace(matrix.rows[0], title=words)
    names = {"title": words, "students": (words,) * 4, "companies": (words,) * 4}
    seen = reopened(replace(matrix, rows=(row,), **names))
    assert not [element for element in seen.sheet.iter() if element.tag.endswith("}f")]
    assert [seen.cells[at] for at in ("A1", "B6", "C4", "C5")] == [words] * 4
