"""A coach who is also a teacher: what they say and read tells in which role."""

from tests.dialogues.clock import told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School
from tests.dialogues.supporting.test_handover import handed_over, hear_all
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


@both_ways
def test_a_coach_who_teaches_asks_as_coach_and_scores_as_teacher(school: School):
    handed_over(school)
    with_period(school)
    hear_all(school)
    heard = told(school, "t1", "answer")[-1]
    assert "You teach Jonas as well: what you score counts as teacher" in heard
    all_score(school)
    assert "As teacher: Els Wouters" in school.text("t1", "jonas 8 all x")
    quiet(school)
    (alert,) = told(school, "t1", "alert")
    assert "The teacher’s view is your own, as teacher; you read this as coach." in alert
    assert "ask: teacher" not in school.buttons("t1")
    assert "You do this as coach." in school.tapped("t1", "ask all")
    school.say("t1", "What do you see at work?")
    hear_all(school)
    asked = told(school, "m1", "question")[-1]
    assert asked.startswith("Els Wouters (as coach) asks about Jonas · 8 Marks out routes")
    assert "Only Els Wouters (as coach) reads what you answer." in asked
    assert "asked “What do you see at work?” · Els Wouters (as coach)" in school.text(
        "t1", "/log jonas"
    )
    assert "You look on as teacher and coach." in school.text("t1", "/report jonas")
