"""A coach who is also a teacher: what they say and read tells in which role."""

from tests.dialogues.clock import tick_through, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.reflecting.asking import Talk
from tests.dialogues.reflecting.test_feedback import asks, talk
from tests.dialogues.reflecting.test_reflect_own import answers
from tests.dialogues.rights.test_contest import contests
from tests.dialogues.school import School
from tests.dialogues.supporting.test_handover import handed_over, hear_all, sent
from tests.dialogues.supporting.test_stops import stops
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school", "talk"]


@both_ways
def test_a_coach_who_teaches_asks_as_coach_and_scores_as_teacher(school: School):
    handed_over(school)
    with_period(school)
    hear_all(school)
    heard = next(it for it in told(school, "t1", "reminder") if "coach of" in it)
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


def test_feedback_is_given_as_teacher(talk: Talk):
    school = talk.school
    handed_over(school)
    answers(talk, "I bent it once")
    asks(talk, "Els Wouters · teacher")
    tick_through(school, 10)
    assert "You do this as teacher." in told(school, "t1", "question")[-1]
    school.tap("t1", "give feedback")
    school.say("t1", "Bend it slower.")
    tick_through(school, 24)
    assert told(school, "s1", "answer")[-1].startswith("Els Wouters (as teacher) on your answer:")
    assert "Feedback of Els Wouters (as teacher)" in school.tapped("s1", "see the answer")


def test_a_stop_is_said_as_coach(own_school: School):
    handed_over(own_school)
    stops(own_school, "t1")
    tick_through(own_school, 30)
    (heard,) = (text for text in told(own_school, "m1", "answer") if " stops at " in text)
    assert "Said by Els Wouters (as coach)." in heard


def test_who_teaches_one_and_coaches_another_speaks_of_the_first_as_teacher(own_school: School):
    handed_over(own_school, "noor")
    asked = own_school.text("t1", "/visit jonas")
    assert "Visits to Jonas Peeters" in asked
    own_school.tap("t1", "ask the coach to come by")
    tick_through(own_school, 30)
    asks_by = "Els Wouters (as teacher) asks you to come by: Jonas Peeters"
    assert any(asks_by in text for text in sent(own_school, "c1"))


def test_a_contest_of_the_own_view_names_the_role_of_each_button(own_school: School):
    handed_over(own_school)
    own_school.say("t1", "jonas 8 xxxx")
    contests(own_school, "the teacher's view")
    tick_through(own_school, 30)
    heard = told(own_school, "t1", "answer")[-1]
    assert "This is about your own view, as teacher" in heard
    own_school.say("t1", "/contest jonas")
    assert [label.lower() for label in own_school.buttons("t1")] == ["coach: note how it ended"]
