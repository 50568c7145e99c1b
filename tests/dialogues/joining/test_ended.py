"""What has ended is said to those who were in it, and to nobody else; nothing more is stored."""

import pytest

from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

ENDED = "Your track ended on 17 Oct: nothing is scored any more."
LEFT = "Jonas Peeters is no longer with you: Elektro bv ended on 17 Oct."


def end(school: School, *students: str) -> School:
    for student in students:
        school.say("c1", f"/track {student}")
        school.tap("c1", "end the track")
        school.tap("c1", "yes, end it")
    return school


@pytest.fixture
def ended(own_school: School) -> School:
    """Jonas was scored and has left; Noor is still with Karim."""
    own_school.say("s1", "8.1 v")
    own_school.say("m1", "/score jonas 8.2")
    own_school.later(days=3)
    return end(own_school, "jonas")


@pytest.mark.parametrize(
    "text",
    ["8.2 v", "10 all v", "today 10.1", "same 8", "/today", "/score", "/open", "open", "/reflect",
     "/next", "/choose", "8.2", "vandaag gewerkt"],
)  # fmt: skip
def test_a_student_whose_track_ended_is_told_and_stores_nothing(ended: School, text: str):
    assert ENDED in ended.text("s1", text)
    assert ended.scores == 1


def test_an_ended_student_keeps_looking(ended: School):
    assert "8 Marks out routes" in ended.text("s1", "/report")
    assert ENDED not in ended.text("s1", "/film")
    assert ENDED not in ended.text("s1", "/reflect history")
    said = ended.text("s1", "/help")
    assert "/report" in said
    assert "/score" not in said


def test_a_question_that_was_open_is_not_answered_any_more(own_school: School):
    school = own_school
    school.say("s1", "/score 8.1")
    school.later(days=3)
    end(school, "jonas")
    assert ENDED in school.tapped("s1", "✓ alone")
    assert school.scores == 0


@pytest.mark.parametrize(
    "text",
    ["jonas 8.1 v", "/report jonas", "report jonas peeters", "jonas", "jon 8.1 v", "/score jonas",
     "Jonas werkt vandaag heel netjes", "today jonas 8.1", "/film jonas", "same jonas 8"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["m1", "t1"])
def test_who_was_around_is_told_that_somebody_left(ended: School, who: str, text: str):
    if who == "t1" and text.startswith("today"):
        pytest.skip("a teacher tallies nothing")
    assert LEFT in ended.text(who, text)
    assert ended.scores == 1


def test_a_coach_is_told_how_to_take_it_up_again(ended: School):
    said = ended.text("c1", "/report jonas")
    assert LEFT in said
    assert "/track takes it up again" in said


def test_a_tap_on_what_was_open_says_it(ended: School):
    assert LEFT in ended.tapped("m1", "✓ alone")
    assert ended.scores == 1


def test_a_mentor_whose_only_student_left_reads_that(own_school: School):
    own_school.later(days=3)
    end(own_school, "nicolas")
    left = "Nicolas Maes is no longer with you: Volta nv ended on 17 Oct."
    for text in ("8.1 v", "/score", "/open", "/report", "/today", "/tips", "nicolas 8.1 v"):
        assert left in own_school.text("m2", text), text
    assert "no longer" not in own_school.text("t1", "/open")


def test_others_learn_nothing_of_it(ended: School):
    assert "no longer" not in ended.text("m2", "/report jonas")
    assert "no longer" not in ended.text("s2", "/report jonas")


def test_whoever_is_still_there_is_meant_first(ended: School):
    assert "Noor · 8" in ended.text("m1", "noor 8.1 v")
    assert "Noor" in ended.text("m1", "8.2 v")
    end(ended, "noor")
    said = ended.text("m1", "8.2 v")
    assert LEFT in said
    assert "Noor Aziz is no longer with you" in said


def test_taken_up_again_it_is_as_before(ended: School):
    ended.say("c1", "/track")
    ended.tap("c1", "take up again: Jonas Peeters · ELEC-1")
    assert "Jonas · 8" in ended.text("m1", "jonas 8.3 v")
    assert "8 Marks out routes" in ended.text("s1", "8.3 v")


def test_a_look_at_who_left_does_not_speak_of_storing(ended: School):
    for who in ("m1", "c1"):
        for text in ("/report jonas", "report jonas", "/film jonas", "hoe staat jonas ervoor?",
                     "waar is jonas?"):  # fmt: skip
            said = ended.text(who, text)
            assert LEFT in said, text
            assert "stored" not in said, text
        assert "take" in said
    for text in ("/open", "open", "wat moet ik nog doen"):
        assert "stored" not in ended.text("s1", text)
    assert "Nothing was stored" in ended.text("m1", "jonas 8.2 v")
    assert "Nothing was stored" in ended.text("s1", "8.2 v")
