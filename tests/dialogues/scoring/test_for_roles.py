"""What is for some roles asks nobody else first and refuses then."""

import pytest

from bot.storage.tables import involvement
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

NO_TALLY = "The tally of the day is for the student and the mentor."
NO_FOCUS = "The focus is set by the mentor or the teacher."


@pytest.mark.parametrize("who", ["t1", "c1"])
@pytest.mark.parametrize(
    "line",
    [
        "/today",
        "today",
        "/today jonas",
        "today jonas 10.1",
        "today jonas context 1",
        "vandaag 10.1",
    ],
)
def test_a_teacher_and_a_coach_hear_at_once_that_they_tally_nothing(own_school: School, who, line):
    told = own_school.text(who, line)
    assert told.startswith(NO_TALLY)
    assert "Which student" not in told
    assert own_school.scores == 0


def test_a_tally_that_is_open_ends_with_the_role(own_school: School):
    own_school.say("m2", "/today")
    with own_school.engine.begin() as connection:
        mentors = involvement.c.person_id == own_school.people["m2"].person_id
        connection.execute(involvement.update().where(mentors).values(role="teacher"))
    assert "Which competence" not in own_school.tapped("m2", "1. Rough work")
    assert own_school.scores == 0


@pytest.mark.parametrize("line", ["/focus", "focus 10.1"])
def test_a_student_hears_at_once_that_the_focus_is_not_theirs(own_school: School, line):
    assert own_school.text("s1", line).startswith(NO_FOCUS)


def test_a_mentor_still_is_asked_for_whom(own_school: School):
    assert "Which student is this about?" in own_school.text("m1", "/today")
    assert "what was today's work?" in own_school.tapped("m1", "Jonas Peeters · 6E")


def test_start_tells_each_role_what_is_true_for_it(own_school: School):
    student, mentor, teacher, coach = (
        own_school.text(who, "/start") for who in ("s1", "m1", "t1", "c1")
    )
    assert "your notes by your coach alone" in student
    assert "you choose" in student
    for told in (mentor, teacher):
        assert "I store what you score and write" in told
        assert "Your students see the colours of what you score" in told
    assert "mentors and coach" in teacher
    assert "teachers and coach" in mentor
    assert "what you score" not in coach
    assert "You score nothing yourself" in coach
