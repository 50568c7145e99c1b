"""What holds for every sheet: how large its legend is, and how many lines a title takes."""

import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from bot.i18n import Voice
from bot.pictures.drawn import drawn
from bot.pictures.ink.letters import settle, tidy
from bot.pictures.ink.pen import BODY
from bot.pictures.legend import SAMPLE
from bot.pictures.sheet import MARGIN, ROOM, TITLE_LINES
from bot.showing.palette import Scheme
from tests.pictures.samples import EVERY, of_rows
from tests.pictures.test_worst_case import REAL, legend_of

ONE_LINE = SAMPLE[1] + MARGIN + 18


def sheet(picture, language):
    """Draw a picture and measure the legend and the sheet."""
    data = drawn(picture, Voice(language, "UTC")).data
    with Image.open(io.BytesIO(data)) as seen:
        return legend_of(seen.convert("RGB"), Scheme.LIGHT), seen.height


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_legend_is_a_fifth_of_the_sheet_at_most_and_afterwards_one_line(name, rows, language):
    picture = of_rows(name, rows)
    legend, height = sheet(picture, language)
    assert legend <= height / 5
    legend, _height = sheet(replace(picture, in_brief=True), language)
    assert legend <= ONE_LINE


@pytest.mark.skipif(not REAL.is_file(), reason="the real data of ../shared/data is not here")
@pytest.mark.parametrize("framework", ["BK-0138-3", "BK-0062-3"])
def test_no_real_title_takes_more_than_two_lines_or_is_cut(framework):
    file = REAL.with_name(f"{framework}.json")
    competences = json.loads(file.read_text(encoding="utf-8"))["competenties"]
    for title in (competence["tekst"] for competence in competences):
        lines, _face = settle(title, BODY, ROOM, TITLE_LINES)
        assert len(lines) <= 2
        assert "".join(lines).replace(" ", "") == tidy(title).replace(" ", "")
