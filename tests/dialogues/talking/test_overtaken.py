"""A bare yes never answers what was asked before another message came: that needs a tap."""

from datetime import timedelta

import pytest

from tests.dialogues.clock import hear
from tests.dialogues.conftest import own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School

__all__ = ["own_school"]

OVERTAKEN = "A message came since I asked this, so nothing was done. Tap what you mean:"


@pytest.fixture
def asking(own_school: School) -> School:
    """A school in which all have scored the day before."""
    school = with_period(own_school)
    all_score(school)
    quiet(school)
    school.later(days=1)
    return school


def coach_asks(school: School) -> None:
    school.at += timedelta(seconds=5)
    school.tap("c1", "ask all")
    school.say("c1", "Can Jonas lay it alone?")
    hear(school)
    school.at += timedelta(seconds=5)


@pytest.mark.parametrize(
    ("who", "said", "yes"),
    [
        ("m1", "/undo", "yes, undo it"),
        ("t1", "6E 8 vvvv", "store for 6E"),
        ("s1", "I am ill", "only today, 15 Oct"),
    ],
)
def test_a_yes_after_another_message_shows_what_it_would_answer(
    asking: School, who: str, said: str, yes: str
):
    (question,) = [reply.text for reply in asking.say(who, said)]
    coach_asks(asking)
    before = asking.scores
    for bare in ("yes", "ok", "no", "yes please"):
        assert asking.text(who, bare) == f"{OVERTAKEN}\n{question}"
    assert asking.scores == before
    assert OVERTAKEN not in asking.tapped(who, yes)


def test_an_answer_that_comes_does_not_let_a_yes_end_a_track(asking: School):
    coach_asks(asking)
    asking.tap("s1", "answer")
    asking.say("c1", "/track jonas")
    asking.tap("c1", "end the track")
    asking.at += timedelta(seconds=5)
    asking.say("s1", "Shall I call you?")
    hear(asking)
    assert OVERTAKEN in asking.text("c1", "yes")
    assert "ended" in asking.tapped("c1", "yes, end it")


def test_a_yes_answers_what_was_asked_after_the_last_message(asking: School):
    coach_asks(asking)
    asking.say("m1", "/undo")
    asking.at += timedelta(seconds=5)
    assert "Undone" in asking.text("m1", "yes")
