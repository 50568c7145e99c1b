"""Drawing for a reader: kept by content, in any number of threads, whatever somebody wrote."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.domain.languages import LANGUAGES
from bot.domain.scoring.colours import Colour
from bot.i18n import Voice, said
from bot.messages import Cell, Day, HeatMapPicture, PictureRow, ReportPicture, Text, _
from bot.pictures.drawn import DRAWERS, drawn
from bot.pictures.ink.letters import line_mask
from bot.pictures.ink.pen import LETTER, STRONG, Pen
from bot.pictures.legend import ROOM
from bot.pictures.report import BESIDE, draw_report, growth_of
from bot.pictures.sheet import WIDTH, spans
from bot.pictures.theme import THEMES
from bot.showing.pages import pages_of
from bot.showing.palette import Scheme
from bot.showing.words.scores.colours import COLOUR_LETTER
from tests.pictures.samples import EVERY, NAMED, of_rows, report

ENGLISH, DUTCH = Voice("en", "Europe/Brussels"), Voice("nl", "Europe/Brussels")


def test_a_picture_is_drawn_once_for_who_see_the_same():
    first = drawn(report(), ENGLISH)
    assert drawn(report(), Voice("en", "UTC")).data is first.data
    assert drawn(report(), DUTCH).data != first.data
    assert drawn(report(), ENGLISH, Scheme.DARK).data != first.data


def test_a_day_is_told_in_the_readers_time_zone():
    late = datetime(2026, 10, 11, 23, 30, tzinfo=UTC)
    picture = replace(report(), since=_("since {day}", day=Day(late)))
    assert said(picture, DUTCH).since == "sinds 12 okt"
    assert said(picture, Voice("nl", "UTC")).since == "sinds 11 okt"
    assert drawn(picture, DUTCH).data != drawn(picture, Voice("nl", "UTC")).data


def test_threads_draw_the_same():
    pen = Pen(THEMES[Scheme.LIGHT], ENGLISH.say)
    line_mask.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        pictures = list(pool.map(lambda _number: draw_report(report(), pen), range(24)))
    assert set(pictures) == {drawn(report(), ENGLISH).data}


@pytest.mark.parametrize("name", EVERY)
def test_a_picture_says_what_it_is_and_stays_light(name):
    seen = drawn(EVERY[name], ENGLISH)
    with Image.open(io.BytesIO(seen.data)) as picture:
        assert picture.format == seen.kind.upper()
        assert picture.mode == "P"
        assert picture.width == WIDTH
    assert len(seen.data) < 100_000


@pytest.mark.parametrize("name", EVERY)
def test_however_long_the_texts_are_no_sheet_is_too_high(name):
    endless = "Lays conduits with wires and cables for all circuits " * 9
    picture = replace(of_rows(name, 60, endless), title=endless, under=endless)
    first, *others = pages_of(picture)
    assert others
    seen = DRAWERS[type(first)](first, Pen(THEMES[Scheme.DARK], DUTCH.say))
    with Image.open(io.BytesIO(seen)) as drawing:
        assert drawing.height <= 1.9 * drawing.width


ANYTHING = st.text(st.characters(), max_size=60) | st.sampled_from(
    ["👩‍🔧 Zoë 🏗️", "محمد علي", "山田 太郎", "a\x00b\n\tc", "\ud83d", "I" * 300, "‮evil", "⬜🟥✅"]
)


@settings(max_examples=40)
@given(ANYTHING)
def test_whatever_somebody_is_called_is_drawn(words):
    cells = (Cell(NAMED["O"], 1, 3, 99, 99), Cell(NAMED["G"], 0, 1))
    seen = ReportPicture(words, (words, words), (PictureRow(1234, words, cells),), words, words)
    whole = HeatMapPicture(words, (words,), ())
    for picture in (seen, whole):
        assert drawn(picture, ENGLISH).data.startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("colour", Colour)
def test_growth_has_room_beside_the_letter(colour, language):
    letter = LETTER.width(Voice(language, "UTC").say(COLOUR_LETTER[colour]))
    left, right = spans(3)[0]
    signs = growth_of(Cell(colour, 1, 100, 99, 99, 10))
    assert BESIDE + letter + 8 + STRONG.width(signs) + BESIDE <= right - left


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_nothing_that_we_say_is_cut(name, language):
    """Every text of ours has room in a legend, the narrowest place where one stands."""
    voice, told = Voice(language, "UTC"), []

    def say(what):
        if isinstance(what, Text):
            told.append(voice.say(what))
        return voice.say(what)

    picture = EVERY[name]
    DRAWERS[type(picture)](picture, Pen(THEMES[Scheme.LIGHT], say))
    assert told
    assert [text for text in told if STRONG.width(text) > ROOM] == []
