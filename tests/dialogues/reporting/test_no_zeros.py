"""Where nothing was scored that is said in words, and no zero stands beside it."""

import re

import pytest

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

ZERO = re.compile(r"\b0(?:/0)* (?:of|\+)|\b0 of")


@pytest.mark.parametrize(
    ("who", "line", "words"),
    [
        ("s1", "/report", "11 Sets boxes (nothing scored yet)"),
        ("m1", "/report jonas 11", "mentor · ⬜ nothing scored yet\n"),
        ("c1", "/overview jonas", "11 Sets boxes\n  nothing scored yet"),
        ("c1", "/route jonas", "11 Sets boxes: nothing yet"),
        ("t1", "/class 6E", "Nothing scored yet in this view: 3 competences."),
    ],
)
def test_nothing_is_said_in_words(own_school: School, who: str, line: str, words: str):
    for shown in own_school.say(who, line):
        assert words in shown.text
        for said in (shown.text, *(file["alt"] for file in shown.files)):
            assert not ZERO.search(said), said


def test_an_undo_leaves_no_zero(own_school: School):
    own_school.say("m1", "jonas 8 all v")
    undone = own_school.tapped("m1", "undo")
    assert undone.endswith("⬜ nothing scored yet")
