"""Divergence as a coach meets it: told once everybody has finished, acted on in the chat."""

from datetime import timedelta

import pytest

from bot.domain.periods.period import Dates
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


@pytest.fixture
def timed(school: School) -> School:
    return with_period(school)


@pytest.fixture
def own(own_school: School) -> School:
    return with_period(own_school)


def with_period(school: School) -> School:
    opened = school.at - timedelta(days=20)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        add_period(uow, 1, 1, "Period 3", Dates(opened, school.at + timedelta(days=40)))
    return school


def all_score(school: School, student="all v", mentor="all v", teacher="all x") -> None:
    school.say("s1", f"8 {student}")
    school.say("m1", f"jonas 8 {mentor}")
    school.say("t1", f"jonas 8 {teacher}")


def quiet(school: School) -> None:
    """Let everybody finish: ten minutes without a word, and the clock ticks."""
    school.later(minutes=11)
    hear(school)


@both_ways
def test_the_sources_example(timed: School):
    all_score(timed)
    hear(timed)
    assert told(timed, "c1", "alert") == []  # between two taps nobody is alarmed
    quiet(timed)
    (alert,) = told(timed, "c1", "alert")
    assert "Jonas · 8 Marks out routes · Period 3" in alert
    assert "teacher ✗ not acquired (0 of 4)" in alert
    assert "mentor ✓ acquired" in alert
    assert "student ✓ acquired" in alert
    assert "Teacher differs from the two others" in alert
    assert "Most apart: 8.1 marks 1 (✗ / ✓ / ✓)\n8.2 marks 2 (✗ / ✓ / ✓)\n8.3" in alert
    assert "8.4" not in alert
    assert len(alert.splitlines()) == 8

    assert "A question to Els Wouters" in timed.tapped("c1", "ask: teacher")
    assert "Asked: Els Wouters" in timed.text("c1", "What did you see on Tuesday?")
    hear(timed)
    (question,) = told(timed, "t1", "question")
    assert "Lien Martens asks about Jonas · 8 Marks out routes" in question
    assert "What did you see on Tuesday?" in question
    assert "acquired" not in question
    timed.tap("t1", "answer")
    assert "Only Lien Martens reads it" in timed.text("t1", "He marked the wrong wall.")
    hear(timed)
    (alert,) = told(timed, "c1", "alert")  # edited in place
    assert "teacher (Els Wouters): “He marked the wrong wall.”" in alert
    (answer,) = told(timed, "c1", "answer")
    assert "He marked the wrong wall." in answer
    assert told(timed, "m1", "alert") + told(timed, "m1", "answer") == []

    timed.tap("c1", "resolve …")
    assert "Resolved" in timed.text("c1", "Talked with Els; Jonas shows it on Friday.")
    hear(timed)
    (alert,) = told(timed, "c1", "alert")
    assert "Resolved," in alert
    log = timed.text("c1", "/log jonas")
    assert "8 Marks out routes · asked “What did you see on Tuesday?”" in log
    assert (
        "8 Marks out routes · answered · Els Wouters" in log
    )  # that it was, not what was answered
    assert "wrong wall" not in log
    assert "8 Marks out routes · resolved “Talked with Els; Jonas shows it on Friday.”" in log

    timed.say("s1", "11 all v")
    timed.say("t1", "jonas 11 all x")
    quiet(timed)
    assert len(told(timed, "c1", "alert")) == 2
    timed.say("t1", "jonas 11 all v")
    quiet(timed)
    assert "Closed by itself" in told(timed, "c1", "alert")[1]
    assert "No alert stands open" in timed.text("c1", "/alerts")
