"""A questionnaire: without names by five and by four, and with names for who may read it."""

import pytest

from tests.dialogues.administering.hired import hire
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]

FILE = """
name = "how-it-goes"
title = "How it goes"
anonymous = {anonymous}
roles = [{roles}]
opens_on = "2026-10-15"
closes_on = "2026-10-21"

[[question]]
kind = "scale"
text = "I learn a lot."
low = "no"
high = "yes"

[[question]]
kind = "choice"
text = "Where most?"
options = ["at school", "at work"]

[[question]]
kind = "words"
text = "What would help?"
optional = true
"""
EVERYBODY = '"student", "mentor", "teacher"'
ANSWERS = {
    "s1": ("4", "at work", "More time"),
    "s2": ("4", "at school", "A quieter place"),
    "s3": ("2", "at work", "Shorter days"),
    "m1": ("5", "at work", "A visit"),
    "m2": ("2", "at school", "More tools"),
}


@pytest.fixture
def run(school: School) -> School:
    hire(school)
    return school


@pytest.fixture
def own(own_school: School) -> School:
    hire(own_school)
    return own_school


def read_in(school: School, *, anonymous: bool = True, roles: str = EVERYBODY) -> str:
    data = FILE.format(anonymous=str(anonymous).lower(), roles=roles).encode()
    shown = "\n".join(own.text for own in school.send_file("a1", "asked.toml", data))
    assert "Nothing was read in yet." in shown
    return school.tapped("a1", "read it in")


def pass_days(school: School, days: float) -> None:
    """Let days pass, some hours at a time, and everything arrive."""
    for _hours in range(round(8 * days)):
        school.later(hours=3)
        hear(school)


def answer(school: School, who: str) -> str:
    scale, choice, words = ANSWERS[who]
    school.say(who, "/questionnaire")
    school.tap(who, "answer: How it goes")
    school.tap(who, scale)
    school.tap(who, choice)
    school.say(who, words)
    return school.tapped(who, "send")


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
