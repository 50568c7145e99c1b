"""A file with everything of somebody that no process lives to make: its person is told."""

import pytest

from bot.domain.rights.having import MADE_WITHIN, TRIES
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import own_school
from tests.dialogues.rights.taking import kept, make
from tests.dialogues.school import School

__all__ = ["own_school"]

TAKE = "everything as one file"


class Killed(BaseException):
    """What no program catches."""


def killed(*_asked: object) -> list[object]:
    raise Killed


def asked(school: School) -> School:
    school.say("m1", "jonas 8 all vs")
    school.say("s1", "/mydata")
    school.tap("s1", TAKE)
    hear(school)
    return school


def test_who_kills_it_each_time_is_not_waited_for(own_school: School):
    asked(own_school)
    for _try in range(TRIES):
        own_school.later(seconds=MADE_WITHIN.total_seconds() + 61)
        hear(own_school)
        assert "could not be made" not in "\n".join(told(own_school, "s1", "notice"))
        with pytest.raises(Killed):
            make(own_school, killed)
    own_school.later(seconds=MADE_WITHIN.total_seconds() + 61)
    assert not make(own_school)
    hear(own_school)
    assert "could not be made" in told(own_school, "s1", "notice")[-1]
    own_school.say("s1", "/mydata")
    own_school.tap("s1", TAKE)
    own_school.later(seconds=61)
    assert make(own_school)
    assert kept(own_school, "s1") is not None


def test_a_day_without_who_makes_it_is_told(own_school: School):
    asked(own_school)
    own_school.later(hours=25)
    hear(own_school)
    assert "could not be made" in told(own_school, "s1", "notice")[-1]


def test_of_one_that_was_made_nothing_is_said_when_its_day_is_over(own_school: School):
    asked(own_school)
    own_school.later(seconds=61)
    assert make(own_school)
    hear(own_school)
    own_school.later(hours=25)
    hear(own_school)
    assert "could not be made" not in "\n".join(told(own_school, "s1", "notice"))
    assert kept(own_school, "s1") is None
