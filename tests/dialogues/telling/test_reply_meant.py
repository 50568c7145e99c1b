"""What is typed after a question that came in a message is offered as its answer, not lost."""

import pytest
from sqlalchemy import Engine, select

from bot.storage.tables import feedback, note, question
from tests.dialogues.clock import hear, told
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.reflecting.asking import Talk, founded
from tests.dialogues.reflecting.test_reflect_own import MONDAY, answers
from tests.dialogues.school import School, buttons_of


@pytest.fixture
def school(school_engine: Engine) -> School:
    made = founded(school_engine)
    made.at = MONDAY
    return with_period(made)


def coach_asks(school: School, label: str = "ask: teacher") -> None:
    all_score(school)
    quiet(school)
    school.tap("c1", label)
    school.tap("c1", "send the usual one")
    hear(school)


def student_asks(school: School, giver: str = "Karim Haddad · mentor") -> None:
    answers(Talk(school), "I bent it once")
    school.tap("s1", "ask for feedback")
    school.tap("s1", giver)
    hear(school)


def kept(school: School) -> tuple[list[str], list[str], list[str]]:
    """List the answers to coaches, the feedback and the notes that are stored."""
    with school.engine.begin() as connection:
        said = (question.c.answer, feedback.c.text, note.c.text)
        found = [[*connection.execute(select(column)).scalars()] for column in said]
    one, two, three = ([text for text in texts if text] for texts in found)
    return one, two, three


@pytest.mark.parametrize(
    "text",
    ["He marked the wrong wall on Tuesday", "Jonas marks neatly", "goed", "Nee, niet echt",
     "Too slow!", "On Tuesday: 3 of the 4 were wrong"],
)  # fmt: skip
def test_words_after_a_coachs_question_are_offered_as_its_answer(school: School, text: str):
    coach_asks(school)
    (asked,) = school.say("t1", text)
    assert "answer to what Lien Martens asks about Jonas · 8 Marks out routes?" in asked.text
    assert "Nothing was sent yet. Only Lien Martens reads what you send." in asked.text
    assert f"“{text}”" in asked.text
    assert buttons_of([asked]) == ["yes, send it", "keep it as a note", "no"]
    assert kept(school) == ([], [], [])
    assert "Only Lien Martens reads it" in school.text("t1", "ja")
    assert kept(school) == ([text], [], [])
    hear(school)
    assert text in told(school, "c1", "answer")[0]


@pytest.mark.parametrize(
    "text",
    [
        "Next time bend it slower",
        "Mooi gedaan",
        "Prima!",
        "Jonas bent it well",
        "Nice: 2 of 3 right",
    ],
)
def test_words_after_a_request_for_feedback_are_offered_as_it(school: School, text: str):
    student_asks(school)
    (asked,) = school.say("m1", text)
    assert "Is this your feedback for Jonas, on this answer?" in asked.text
    assert "Only Jonas reads what you send." in asked.text
    assert kept(school) == ([], [], [])
    school.tap("m1", "yes, send it")
    assert kept(school) == ([], [text], [])
    hear(school)
    assert text in told(school, "s1", "answer")[0]
    assert "answer to" not in school.text("m1", "It was a good week")  # nothing is asked any more


def test_it_is_a_note_or_nothing_where_that_is_said(school: School):
    student_asks(school)
    school.say("m1", "Jonas works neatly but slowly")
    assert "note about Jonas?" in school.tapped("m1", "keep it as a note")
    school.tap("m1", "8 Marks out routes")
    assert kept(school) == ([], [], ["Jonas works neatly but slowly"])
    school.say("m1", "Jonas works rather slowly")
    assert "nothing was stored" in school.text("m1", "nee")
    assert kept(school)[1] == []


def test_the_newest_question_is_the_one(school: School):
    student_asks(school, "Els Wouters · teacher")
    coach_asks(school)
    assert "Lien Martens asks" in school.text("t1", "He was in a hurry on that day")
    school.tap("t1", "yes, send it")
    assert "your feedback for Jonas" in school.text("t1", "Bend it slower the next time")
    school.tap("t1", "yes, send it")
    assert [len(texts) for texts in kept(school)] == [1, 1, 0]


def test_what_follows_goes_with_it_and_nothing_vanishes_unsaid(school: School):
    coach_asks(school)
    school.say("t1", "He was in a hurry on that day")
    assert "hurry on that day\nand he was alone with it" in school.text(
        "t1", "and he was alone with it"
    )
    said = school.text("t1", "jonas 10.1 v")
    assert "Jonas · 10 Lays conduits" in said
    assert "was not sent: it still waited" in said
    assert kept(school) == ([], [], [])


def test_after_two_days_it_is_no_answer(school: School):
    coach_asks(school)
    school.later(days=2, minutes=1)
    assert "answer to" not in school.text("t1", "Jonas marked the wrong wall today")


def test_scores_commands_and_thanks_are_no_answers(school: School):
    coach_asks(school)
    for text in ("jonas 10.1 v", "/report jonas", "report jonas", "dank je", "jonas 10: 1v 2q"):
        assert "answer to" not in school.text("t1", text)


def test_nobody_else_is_offered_it(school: School):
    coach_asks(school)
    assert "answer to" not in school.text("m1", "He marked the wrong wall on Tuesday")


def test_the_student_is_asked_too_and_told_who_reads(school: School):
    coach_asks(school, "ask all")
    assert "Only Lien Martens reads it." in school.tapped("s1", "answer")
    school.say("s1", "/cancel")
    asked = school.text("s1", "I did it with my colleague")
    assert "answer to what Lien Martens asks about 8 Marks out routes?" in asked
    school.say("s1", "ja")
    assert kept(school)[0] == ["I did it with my colleague"]


@pytest.mark.parametrize("text", ["ja", "ok", "ja hoor"])
def test_yes_sends_it_whoever_was_spoken_of_before(school: School, text: str):
    coach_asks(school)
    school.say("t1", "/report noor")
    school.say("t1", "He was in a hurry on that day")
    assert "Only Lien Martens reads it" in school.text("t1", text)
    assert kept(school)[0] == ["He was in a hurry on that day"]
