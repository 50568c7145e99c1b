"""Whether feedback helped: one tap of the student, and a sum for who gave it, by no answer."""

import pytest
from sqlalchemy import Engine, select

from bot.storage.tables import feedback
from tests.dialogues.clock import tick, told
from tests.dialogues.reflecting.asking import Talk, founded
from tests.dialogues.reflecting.test_reflect_own import MONDAY, answers
from tests.dialogues.school import School


@pytest.fixture
def talk(school_engine: Engine) -> Talk:
    school = founded(school_engine)
    school.at = MONDAY
    return Talk(school)


def gets_feedback(talk: Talk, words: str) -> None:
    """Let Jonas answer, ask Karim for feedback, and get it."""
    school = talk.school
    answers(talk, f"I bent it for {words}")
    school.tap("s1", "ask for feedback")
    school.tap("s1", "Karim Haddad · mentor")
    tick(school)
    school.tap("m1", "give feedback")
    school.say("m1", words)
    school.later(minutes=1)
    tick(school)


def helped_in(school: School) -> list[bool | None]:
    with school.engine.begin() as connection:
        return list(connection.execute(select(feedback.c.helped).order_by(feedback.c.id)).scalars())


def sums(school: School) -> list[str]:
    return [text for text in told(school, "m1", "reminder") if "feedback helped" in text]


def test_one_tap_says_it_and_another_changes_it(talk: Talk):
    school = talk.school
    gets_feedback(talk, "Measure first")
    said = school.tapped("s1", "this helps me")
    assert "“Measure first”" in said
    assert "You said: this helps me." in said
    assert "Karim Haddad hears it only in a sum of 5 times or more" in said
    assert helped_in(school) == [True]
    assert "You said: not really." in school.tapped("s1", "not really")
    assert helped_in(school) == [False]
    assert "whether feedback helped you" in school.text("s1", "/undo")
    assert helped_in(school) == [True]


def test_the_mentor_hears_a_sum_of_five_the_next_day_and_nothing_before(talk: Talk):
    school = talk.school
    for number in range(5):
        gets_feedback(talk, f"Try it again {number}")
        school.tap("s1", "this helps me" if number != 2 else "not really")
        assert sums(school) == []
    talk.until(1, 12, 15)
    tick(school)
    (heard,) = sums(school)
    assert heard.splitlines() == [
        "Your feedback helped at least 4 of 5 times, say those who got it.",
        "Which times they were is told to nobody.",
    ]
    # What was told counts in no other sum, so that no two of them tell one answer.
    gets_feedback(talk, "Try it again 6")
    school.tap("s1", "not really")
    talk.until(2, 12, 15)
    tick(school)
    assert len(sums(school)) == 1
    assert "not really" not in school.text("m1", "/reflect jonas")


def test_what_a_sum_has_told_is_changed_no_more(talk: Talk):
    school = talk.school
    for number in range(5):
        gets_feedback(talk, f"Try it again {number}")
        school.tap("s1", "not really")
    talk.until(1, 12, 15)
    tick(school)
    assert len(sums(school)) == 1
    assert "You said: not really." in school.tapped("s1", "this helps me")
    assert helped_in(school) == [False] * 5


def test_of_a_withdrawn_answer_nothing_counts(talk: Talk):
    school = talk.school
    gets_feedback(talk, "Measure first")
    school.tap("s1", "this helps me")
    school.tap("s1", "see the answer")
    school.tap("s1", "withdraw")
    school.tap("s1", "yes, withdraw it")
    assert helped_in(school) == [None]


def test_somebody_elses_feedback_is_not_judged(talk: Talk):
    gets_feedback(talk, "Measure first")
    for who in ("s2", "m1", "c1"):
        (shown,) = talk.school.tap_code(who, "rl:1:no")
        assert "not there for you" in shown.text
    assert helped_in(talk.school) == [None]
