"""How many lines something takes before it is rendered."""

import pytest

from bot.messages import Text, count_lines, lines, words

SAID = Text("One sentence.")


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("", 0),
        ("somebody's own words", 1),
        ("two\n\nlines of them", 2),
        (7, 1),
        (SAID, 1),
        (lines(), 0),
        (lines(SAID, None, SAID), 2),
        (lines(lines(SAID, SAID), SAID), 3),
        (words(SAID, "beside", SAID), 1),
        (words("before", lines(SAID, SAID)), 2),
        (words(lines(SAID, SAID), lines(SAID), by="\n\n"), 3),
    ],
)
def test_lines_are_counted(said, count):
    assert count_lines(said) == count
