"""Described files are made for one reader; one that fails costs nobody the others."""

import asyncio
import io
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image

from bot.i18n import Voice
from bot.messages import (
    CalendarEntries,
    CalendarEntry,
    EvaluationsSheet,
    MatrixSheet,
    Reply,
    Spreadsheet,
    Table,
    WeeksPicture,
)
from bot.platforms.transcript import rendered
from bot.ports.telling.outbox import Content
from bot.showing.documents import why_no_pages
from bot.showing.files import name_of
from bot.showing.pages import count_parts
from bot.showing.palette import Scheme
from bot.wiring.files import drawn_in_lane, files_of, kept_file
from tests.exchange.documents.samples import council_page
from tests.pictures.samples import EVERY, of_rows

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
DUTCH = Voice("nl", "Europe/Brussels")
MAGIC = {"image/png": b"\x89PNG", "image/gif": b"GIF8", "text/calendar": b"BEGIN:VCALENDAR"}
MAGIC |= {"text/csv": b"\xef\xbb\xbf", "application/pdf": b"%PDF-1.7"}
FILES = (
    EVERY["report"],
    EVERY["film"],
    Spreadsheet(EVERY["heat_map"], AT),
    MatrixSheet(EVERY["matrix"], AT),
    CalendarEntry("m1", "Overleg", AT, 30),
    council_page(1),
    CalendarEntries("Evaluaties 6E", (CalendarEntry("m2", "Evaluatie", AT, 0),)),
    EvaluationsSheet("Evaluaties", "6E", (Table("Per leerling", ("wie",), (("Jo",),)),), AT),
    Table("Logboek", ("wat", "wie"), (("=1+1", "Karim"),)),
)
NAMES = [
    "rapport-jonas-peeters-electrician-14-december-2026.png",
    "film-jonas-peeters-electrician-14-december-2026.gif",
    "klaskaart-6a-electrician-14-december-2026.xlsx",
    "klasoverzicht-6a-electrician-14-december-2026.xlsx",
    "overleg.ics",
    "class-council-jonas-peeters-18-juni-2027.pdf",
    "evaluaties-6e.ics",
    "evaluaties.xlsx",
    "logboek.csv",
]


def test_a_table_holds_no_formula():
    (*_rest, table) = files_of(Reply("", files=FILES), DUTCH)
    assert table.data.decode("utf-8-sig") == "sep=;\r\nwat;wie\r\n'=1+1;Karim\r\n"


def test_every_kind_is_made_and_named_in_plain_letters():
    made = files_of(Reply("", files=FILES), DUTCH)
    assert [file.name for file in made] == NAMES
    for file in made:
        assert file.data.startswith(MAGIC.get(file.kind, b"PK"))
        assert file.alt.startswith(file.caption.splitlines()[0])


@pytest.mark.parametrize("title", ["", "Ελένη", "../..", "\x00/\\"])
def test_whatever_somebody_is_called_a_file_has_a_name(title):
    (made,) = files_of(Reply("", files=(replace(EVERY["route"], title=title),)), DUTCH)
    assert made.name == "route-14-december-2026.png"


def test_one_that_fails_is_left_out(caplog):
    broken = replace(EVERY["report"], rows=("no row",))
    (made,) = files_of(Reply("", files=(broken, EVERY["route"])), DUTCH)
    assert made.name == "route-jonas-peeters-electrician-14-december-2026.png"
    assert "Jonas" not in caplog.text


def test_what_a_transcript_keeps_is_made_anew_the_same():
    shown = rendered(Reply("", files=FILES), DUTCH, AT)
    made = files_of(Reply("", files=FILES), DUTCH)
    for place in (0, 1, 2, 5):
        kept, file = shown.files[place], made[place]
        again = kept_file(kept)
        assert again is not None
        assert again.data == file.data
        assert (kept["name"], kept["alt"]) == (file.name, file.alt)
    dark = kept_file(shown.files[0], Scheme.DARK)
    assert dark is not None
    assert dark.data != made[0].data


def test_where_what_writes_pages_is_missing_it_says_so_and_the_others_are_made(monkeypatch, caplog):
    assert why_no_pages() is None
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.delitem(sys.modules, "bot.exchange.documents.pdf", raising=False)
    (made,) = files_of(Reply("", files=(council_page(1), EVERY["route"])), DUTCH)
    assert made.kind == "image/png"
    assert "Jonas" not in caplog.text
    missing = why_no_pages()
    assert missing is not None
    assert "make pages" in DUTCH.say(missing)


def test_a_document_is_told_apart_by_its_headings():
    (made,) = files_of(Reply("", files=(council_page(1),)), DUTCH)
    assert (
        made.caption
        == "Class council: Jonas Peeters\nElectrician · 6A · photo of Period 3, 18 June 2027"
    )
    assert made.alt == f"{made.caption}\nColours · Chosen · Goals"


def test_a_long_film_that_must_not_move_is_several_pictures_that_a_phone_shows_whole():
    film = of_rows("film", 23, "Lays conduits with wires and cables for all circuits " * 2)
    (kept,) = rendered(Reply("", files=(film,)), DUTCH, AT).files
    made = [kept_file(kept, still=still) for still in (1, 2, 3, 4)]
    for file in made:
        assert file is not None
        assert file.kind == "image/png"
        with Image.open(io.BytesIO(file.data)) as picture:
            assert picture.height <= 1.9 * picture.width
    assert count_parts(WeeksPicture, film.rows) == len({file.data for file in made if file}) == 3


def test_what_another_version_kept_is_no_file():
    assert kept_file({"described": {"kind": "Hologram"}, "language": "en"}) is None


def test_what_goes_along_unasked_is_drawn_in_its_readers_language_and_not_on_an_edit(caplog):
    whole = rendered(Reply("", files=(EVERY["report"],)), DUTCH, AT)
    broken = {**whole.files[0], "described": {"kind": "ReportPicture"}}
    content = Content("Woorden", files=(*whole.files, broken))
    (made,) = asyncio.run(drawn_in_lane(content)).made
    assert made.data.startswith(b"\x89PNG")
    assert made.alt == whole.alt
    assert "a file was not made" in caplog.text  # of the other: the words go without it
    assert asyncio.run(drawn_in_lane(replace(content, edits="7"))).made == ()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Jonas Peeters · page for the class council", "jonas-peeters-page-for-the-class-council"),
        (f"{'Maximiliaan ' * 5}· page", "-".join(["maximiliaan"] * 5)),
        (f"{'Maximiliaan ' * 4}· a page for all", "-".join(["maximiliaan"] * 4) + "-a-page-for"),
        ("x" * 80, "x" * 60),
    ],
)
def test_a_name_that_is_too_long_ends_with_a_whole_word(title: str, name: str):
    assert name_of(Table(title, (), ()), Voice("en", "UTC").say) == f"{name}.csv"
