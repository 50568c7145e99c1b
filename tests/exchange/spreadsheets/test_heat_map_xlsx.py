"""The class heat map as a spreadsheet, reopened as the XML that it is."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from bot.domain.scoring.colours import Colour
from bot.exchange.spreadsheets.heat_map_xlsx import heat_map_xlsx
from bot.i18n import Voice
from bot.messages import HeatMapRow
from bot.showing.palette import COLOUR_PAINT, Scheme
from tests.pictures.samples import EVERY, TITLES

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ACTIVE = ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "\t=1", '=HYPERLINK("http://x.invalid")']
PLAIN = ["007", "1e9", "http://x.invalid", "<b>&", "a\nb", "a\x00b", "👩‍🔧", " spaced ", ""]


class Reopened:
    """A sheet of a spreadsheet, with what each cell says and its fill."""

    def __init__(self, data, number=1):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            self.files = book.namelist()
            parsed = {name: ElementTree.fromstring(book.read(name)) for name in self.files}
        texts = [
            "".join(part.text or "" for part in string.iter(f"{MAIN}t"))
            for string in parsed["xl/sharedStrings.xml"].iter(f"{MAIN}si")
        ]
        styles = parsed["xl/styles.xml"]
        fills = [fill.get("rgb") for fill in styles.iterfind(f".//{MAIN}fill//{MAIN}fgColor")]
        formats = [
            int(format_.attrib["fillId"]) for format_ in styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")
        ]
        self.sheet = parsed[f"xl/worksheets/sheet{number}.xml"]
        self.cells: dict[str, object] = {}
        self.fills: dict[str, str | None] = {}
        for cell in self.sheet.iter(f"{MAIN}c"):
            value, place = cell.findtext(f"{MAIN}v"), cell.attrib["r"]
            if value is not None:
                self.cells[place] = texts[int(value)] if cell.get("t") == "s" else float(value)
            # The first two fills are the format's own, without a colour.
            fill = formats[int(cell.get("s", "0"))] - 2
            self.fills[place] = fills[fill] if fill >= 0 else None


def reopened(picture=EVERY["heat_map"], language="en"):
    return Reopened(heat_map_xlsx(picture, Voice(language, "UTC"), AT))


def test_it_holds_what_the_picture_shows():
    cells = reopened().cells
    assert cells["A1"] == "6A · Electrician"
    order = "Gaps first, then what fewest have acquired"
    assert cells["A2"] == f"teacher · 14 December 2026 · {order}"
    assert [cells[at] for at in ("C4", "D4", "G4")] == [
        "Ελένη Παπαδοπούλου",
        "Łukasz Wójcik",
        "acquired",
    ]
    assert [cells[at] for at in ("A5", "B5", "C5", "D5", "G5")] == [3, TITLES[0], "D", "L", 3]
    assert [cells.get(f"H{row}") for row in range(5, 9)] == [None, "collective gap", None, None]
    assert [cells[f"A{row}"] for row in range(10, 15)] == ["G", "R", "O", "L", "D"]
    assert cells["B10"] == "nothing scored yet"
    assert reopened(language="nl").cells["G4"] == "verworven"


def test_a_field_has_the_colour_of_its_letter():
    seen = reopened()
    for row, colour in zip(range(10, 15), Colour, strict=True):
        ground = COLOUR_PAINT[Scheme.LIGHT][colour].ground
        assert seen.fills[f"A{row}"] == f"FF{ground[1:].upper()}"
    assert seen.fills["C5"] == seen.fills["A14"]
    assert seen.fills["B5"] is None


@pytest.mark.parametrize("words", ACTIVE + PLAIN)
def test_whatever_somebody_wrote_is_text_and_never_a_formula(words):
    row = HeatMapRow(1, words, (Colour.RED,))
    picture = replace(EVERY["heat_map"], title=words, under=words, students=(words,), rows=(row,))
    seen = reopened(picture)
    assert list(seen.sheet.iter(f"{MAIN}f")) == []
    assert not [name for name in seen.files if "calcChain" in name or "rels/sheet" in name]
    kept = words.replace("\x00", "_x0000_")
    assert [seen.cells.get(at, "") for at in ("A1", "B5", "C4")] == [kept] * 3
    assert kept.strip() in str(seen.cells["A2"])


def test_it_is_the_same_each_time():
    assert heat_map_xlsx(EVERY["heat_map"], Voice("en", "UTC"), AT) == heat_map_xlsx(
        EVERY["heat_map"], Voice("en", "UTC"), AT
    )
