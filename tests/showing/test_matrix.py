"""The order of a class matrix, and that no sign of it is a sign or a colour of mastery."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from bot.i18n import Voice
from bot.pictures.drawn import drawn
from bot.pictures.theme import THEMES
from bot.showing.matrix import arranged_matrix
from bot.showing.palette import Scheme
from tests.pictures.samples import EVERY


def test_gaps_stand_first_and_what_is_covered_last():
    matrix = EVERY["matrix"]
    assert [row.number for row in arranged_matrix(matrix).rows] == [9, 3, 12, 10]
    turned = arranged_matrix(replace(matrix, rows=matrix.rows[::-1]))
    assert [row.number for row in turned.rows] == [9, 12, 3, 10]


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("name", ["matrix", "tuning"])
def test_what_is_no_mastery_is_of_ink_and_paper_alone(name, scheme):
    """No colour of the five is in it, nor anything that comes near: every point is a grey-blue."""
    data = drawn(EVERY[name], Voice("nl", "UTC"), scheme).data
    with Image.open(io.BytesIO(data)) as picture:
        points = iter(picture.convert("RGB").tobytes())
    seen = set(zip(points, points, points, strict=True))
    grounds = {paint.ground for paint in THEMES[scheme].colours.values()}
    assert seen.isdisjoint(tuple(bytes.fromhex(ground[1:])) for ground in grounds)
    assert all(max(colour) - min(colour) < 48 for colour in seen)
