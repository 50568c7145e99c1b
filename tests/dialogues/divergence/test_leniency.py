"""Known leniency in the coach's alert: what it explains is none, and marks stay what they are."""

import pytest

from bot.domain.divergence import raters
from tests.dialogues.clock import told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import quiet, with_period
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


@pytest.fixture
def timed(own_school: School, monkeypatch: pytest.MonkeyPatch) -> School:
    monkeypatch.setattr(raters, "LEAST_FORMS", 2)  # of this school's three competences
    return with_period(own_school)


def lean(school: School) -> None:
    """Let the mentor score a step higher than the teacher wherever both see it."""
    for competence in (10, 11):
        school.say("m1", f"jonas {competence} all v")
        school.say("t1", f"jonas {competence} all l")
    quiet(school)


def test_what_leniency_explains_is_for_the_weekly_overview(timed: School):
    lean(timed)
    timed.say("m1", "jonas 8 1v 2-4l")
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    assert told(timed, "c1", "alert") == []
    assert "1 smaller difference" in timed.text("c1", "/alerts")
    assert "not acquired" in timed.text("t1", "/report jonas 8")


def test_the_same_is_an_alert_where_nobody_leans(timed: School):
    timed.say("m1", "jonas 8 1v 2-4l")
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    assert len(told(timed, "c1", "alert")) == 1


def test_a_difference_beyond_leniency_stays_an_alert_and_nobody_who_scores_hears_of_it(
    timed: School,
):
    lean(timed)
    timed.say("m1", "jonas 8 all v")
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    (said,) = told(timed, "c1", "alert")
    counted = "Elsewhere the mentor scores higher than the teacher, by +0.4 to +0.4 steps"
    assert counted in said
    assert told(timed, "m1", "alert") + told(timed, "t1", "alert") == []
    for who in ("s1", "m1", "t1"):
        for asked in ("/report jonas 8", "/open", "/home", "/score jonas 8"):
            assert "Elsewhere" not in timed.text(who, asked)


def test_what_is_not_sure_of_a_leaning_is_said(timed: School):
    for competence, mentor in ((10, "v"), (11, "x")):
        timed.say("m1", f"jonas {competence} all {mentor}")
        timed.say("t1", f"jonas {competence} all l")
    timed.say("m1", "jonas 8 all v")
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    said = "\n".join(told(timed, "c1", "alert"))
    assert "Whether the mentor scores higher elsewhere than the teacher is not sure (-" in said


def test_nothing_is_said_of_leaning_where_too_little_is_known(timed: School):
    timed.say("m1", "jonas 8 all v")
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    assert "lsewhere" not in "\n".join(told(timed, "c1", "alert"))
