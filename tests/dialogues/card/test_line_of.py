"""The line that `/score 10` shows is one that is taken here and now."""

import pytest

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


def example(school: School) -> str:
    """Read the line off the last line of what is shown."""
    return school.text("m1", "/score jonas 10").split("\n")[-1].split(": ", 1)[1]


@pytest.mark.parametrize(
    "said",
    ["", "10: 1-8vr 9ls 13x", "10: 1-3x 5n", "10.4 nvt", "10 all vr", "10.2 s", "10.7 xn"],
)
def test_the_line_can_be_sent_as_it_is(own_school: School, said: str):
    if said:
        own_school.say("m1", f"jonas {said}")
        own_school.later(seconds=1)
    before = own_school.text("m1", "/report jonas 10") if said else None
    line = example(own_school)
    told = own_school.text("m1", line)
    assert "stored" in told, (line, told)
    if before:
        assert own_school.text("m1", "/report jonas 10") == before
        assert example(own_school) == line


def test_a_tally_stays_a_tally(own_school: School):
    own_school.say("m1", "today jonas 10.1")
    own_school.later(seconds=1)
    own_school.say("m1", "jonas 10.1 v")
    assert example(own_school) == "jonas 10: 1v"
