"""What is typed while a questionnaire without names is open stands nowhere as it was said."""

import pytest

from bot.messages import Incoming
from bot.platforms.attached import attached_of
from bot.platforms.transcript import Utterance
from handlers.answering import answer as converse
from tests.dialogues.administering.hired import hire
from tests.dialogues.asking.asked import pass_days, read_in
from tests.dialogues.asking.test_nobody_computes import dump
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

NOT_KEPT = "That answers nothing here, so it was not kept."


@pytest.fixture
def begun(own_school: School) -> School:
    """Let a student begin to answer."""
    hire(own_school)
    read_in(own_school)
    pass_days(own_school, 1)
    own_school.say("s1", "/questionnaire")
    own_school.tap("s1", "answer: How it goes")
    return own_school


def stands(school: School, said: str) -> bool:
    """Say whether words stand anywhere in the database."""
    return said in str(dump(school.engine))


TOO_LONG = "Ω" * 2001


@pytest.mark.parametrize("said", ["one, honestly", "1 because Karim never explains", TOO_LONG])
def test_what_answers_no_scale_is_not_kept_and_the_question_is_asked_anew(begun: School, said: str):
    answered = begun.text("s1", said)
    assert said == TOO_LONG or (NOT_KEPT in answered and "Question 1 of 3" in answered)
    assert not stands(begun, said)
    assert "Question 2 of 3" in begun.text("s1", "4")
    assert NOT_KEPT in begun.text("s1", "at wrok")
    assert not stands(begun, "wrok")
    assert "Question 3 of 3" in begun.text("s1", "at work")


def test_a_second_line_becomes_no_note(begun: School):
    for said in ("4", "at work", "FIRSTLINE of my words"):
        begun.say("s1", said)
    again = begun.text("s1", "SECONDLINE and the mentor shouts")
    assert NOT_KEPT in again
    assert "All is answered. Shall I send it?" in again
    assert not stands(begun, "SECONDLINE")
    assert begun.text("s1", "send").startswith("Sent.")
    assert begun.text("s1", "THIRDLINE that came behind it").startswith(
        "Your answers were sent already, and this was not kept."
    )
    assert not stands(begun, "THIRDLINE")
    begun.say("s1", "Today I wired a socket with care")
    assert stands(begun, "Today I wired a socket")


def test_what_comes_long_after_is_not_kept_once(begun: School):
    for said in ("4", "at work"):
        begun.say("s1", said)
    begun.later(minutes=40)
    assert "What you typed was not kept." in begun.text("s1", "LATE words of an answer")
    assert not stands(begun, "LATE words")
    begun.say("s1", "/questionnaire")
    assert "Question 3 of 3" in begun.tapped("s1", "answer: How it goes")


def test_commands_and_labels_are_read_as_ever(begun: School):
    assert "Question 1 is" not in begun.text("s1", "/report")
    begun.say("s1", "/questionnaire")
    begun.tap("s1", "answer: How it goes")
    begun.say("s1", "4")
    assert "Question 1 of 3" in begun.text("s1", "back")
    assert "cancel" not in begun.text("s1", "cancel")
    begun.say("s1", "Today I wired a socket with care")
    assert stands(begun, "Today I wired a socket")


def test_what_is_written_beside_a_photo_is_not_kept(begun: School):
    for said in ("4", "at work"):
        begun.say("s1", said)
    attached = attached_of(b"\xff\xd8\xff\xe0 a photo")
    beside = Utterance("kx", begun.at, text="CAPTION my mentor", attached=attached)
    begun.utter("s1", beside)
    assert not stands(begun, "CAPTION")


def test_an_edit_of_an_answer_is_not_kept(begun: School):
    with begun.engine.begin() as connection:
        uow, person = begun.unit(connection), begun.people["s1"].person_id
        edited = Incoming("e", person, begun.at, text="EDITED words", ref="e", edited=True)
        assert converse(uow, edited).unkept
