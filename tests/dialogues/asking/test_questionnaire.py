"""A questionnaire: without names by five and by four, and with names for who may read it."""

import pytest

from tests.dialogues.administering.hired import hire
from tests.dialogues.asking.asked import ANSWERS, answer, pass_days, read_in
from tests.dialogues.clock import told
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


@pytest.fixture
def run(school: School) -> School:
    hire(school)
    return school


@pytest.fixture
def own(own_school: School) -> School:
    hire(own_school)
    return own_school


@both_ways
def test_by_five_it_is_shown_once_it_has_closed(run: School):
    read = read_in(run)
    assert "It asks students, mentors and teachers." in read
    assert "6 people are asked today." in read
    pass_days(run, 1.25)
    (asked,) = told(run, "s1", "reminder")
    assert "How it goes" in asked
    for who in ANSWERS:
        assert answer(run, who).startswith("Sent. Nobody can tell any more")
        assert "what came of" not in run.text(who, "/questionnaire")
    pass_days(run, 7)
    run.say("s1", "/questionnaire")
    shown = run.tapped("s1", "what came of: How it goes")
    assert "5 people answered." in shown
    assert "1. I learn a lot." in shown
