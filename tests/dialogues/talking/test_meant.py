"""Words that could be what was asked for, or scores: neither is ever taken for the other."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select

from bot.messages import Incoming
from bot.storage.tables import answer_part, dialogue, evidence, feedback, goal, mark
from tests.dialogues.clock import hear, told
from tests.dialogues.reflecting.asking import Talk, founded
from tests.dialogues.reflecting.test_reflect_own import MONDAY, answers

SCORED = "jonas 10.3 v"


@pytest.fixture
def talk(school_engine: Engine) -> Iterator[Talk]:
    school = founded(school_engine)
    school.at = MONDAY
    yield Talk(school)
    assert school.agrees()


def column(talk: Talk, one) -> list[str]:
    with talk.school.engine.begin() as connection:
        return list(connection.execute(select(one)).scalars())


def asked_for_feedback(talk: Talk) -> None:
    answers(talk, "I bent it once")
    talk.school.tap("s1", "ask for feedback")
    talk.school.tap("s1", "Karim Haddad · mentor")
    hear(talk.school)
    talk.school.tap("m1", "give feedback")


def edits(talk: Talk, who: str, text: str, ref: str) -> str:
    said = Incoming(f"e{ref}{text}", 0, talk.school.at, text=text, ref=ref, edited=True)
    return talk.hears(who, said)


def test_a_corrected_score_is_never_sent_as_feedback(talk: Talk):
    talk.hears("m1", Incoming("c0", 0, talk.school.at, text=SCORED, ref="sc1"))
    asked_for_feedback(talk)
    assert "stored" in edits(talk, "m1", "jonas 10.3 l", "sc1")
    hear(talk.school)
    assert told(talk.school, "s1", "answer") == []
    assert column(talk, feedback.c.text) == [None]
    assert column(talk, mark.c.mastery) == ["L"]


def test_scores_typed_where_feedback_is_awaited_are_asked_about(talk: Talk):
    asked_for_feedback(talk)
    assert "or are these scores?" in talk.school.text("m1", SCORED)
    assert talk.school.scores == 0
    talk.school.tap("m1", "these are scores")
    assert column(talk, mark.c.mastery) == ["V"]
    # What was asked for is still waited for.
    assert "Only the student reads it" in talk.school.text("m1", "Well done, now on your own.")
    assert column(talk, feedback.c.text) == ["Well done, now on your own."]


def test_a_goal_may_look_like_scores_if_that_is_meant(talk: Talk):
    answers(talk, "I bent it once")
    talk.school.tap("s1", "goal for next week")
    talk.school.say("s1", "8 all v")
    assert (talk.school.scores, column(talk, goal.c.text)) == (0, [])
    talk.school.tap("s1", "what you asked for")
    assert (talk.school.scores, column(talk, goal.c.text)) == (0, ["8 all v"])


def test_what_became_a_goal_stands_and_its_edit_is_no_new_line(talk: Talk):
    answers(talk, "I bent it once")
    talk.school.tap("s1", "goal for next week")
    talk.hears("s1", Incoming("g", 0, talk.school.at, text="I will ask first", ref="g1"))
    assert "stands as it was" in edits(talk, "s1", "I will ask Karim first", "g1")
    assert column(talk, goal.c.text) == ["I will ask first"]


def test_once_evidence_is_chosen_numbers_are_scores_again(talk: Talk):
    answers(talk, "I bent it once")
    talk.school.tap("s1", "as evidence")
    assert "4 indicators stored" in talk.school.text("s1", "8 all v")
    assert column(talk, evidence.c.indicator_id) == []
    talk.school.say("s1", "/reflect history")
    answers(talk, "I sawed it twice")
    talk.school.tap("s1", "as evidence")
    talk.school.say("s1", "10.3 and 10.4")
    assert len(column(talk, evidence.c.indicator_id)) == 2
    talk.school.tap("s1", "ready")
    talk.school.say("s1", "10.3 v")
    assert len(column(talk, evidence.c.indicator_id)) == 2
    assert talk.school.scores == 5


def test_a_text_that_waits_to_be_meant_is_not_lost_by_the_next_one(talk: Talk):
    talk.school.say("s1", "/reflect")
    talk.school.tap("s1", "answer")
    talk.school.say("s1", "10.3 v")
    talk.school.say("s1", "that is how it went today")
    assert "or are these scores?" in talk.school.tapped("s1", "done")
    assert "Kept: 2 messages" in talk.school.tapped("s1", "what you asked for")
    assert column(talk, answer_part.c.text) == ["that is how it went today", "10.3 v"]
    talk.school.say("s1", "8 all v")
    talk.school.tap("s1", "these are scores")
    assert talk.school.scores == 4
    assert "Kept: 3 messages" in talk.school.text("s1", "and I go on telling about it")


def test_a_text_that_waits_may_be_edited(talk: Talk):
    talk.school.say("s1", "/reflect")
    talk.school.tap("s1", "answer")
    talk.hears("s1", Incoming("p", 0, talk.school.at, text="10.3 v", ref="p1"))
    assert "“10.3 l”" in edits(talk, "s1", "10.3 l", "p1")
    (serial,) = column(talk, dialogue.c.serial)
    talk.school.tap_code("s1", f"nt:{serial}:note")
    assert column(talk, answer_part.c.text) == ["10.3 l"]
    assert "Corrected" in edits(talk, "s1", "10.3 went well", "p1")


def test_done_can_be_typed(talk: Talk):
    talk.school.say("s1", "/reflect")
    talk.school.tap("s1", "answer")
    talk.school.say("s1", "I bent it twice today")
    assert "Only you read it" in talk.school.text("s1", "Klaar")
    assert column(talk, answer_part.c.text) == ["I bent it twice today"]


def test_what_comes_after_half_an_hour_is_still_an_answer(talk: Talk):
    talk.school.say("s1", "/reflect")
    talk.school.tap("s1", "answer")
    talk.school.later(minutes=31)
    assert "Is this your answer?" in talk.school.text("s1", "I bent ten pipes for the hall")
    talk.school.tap("s1", "it is my answer")
    talk.school.later(minutes=31)
    assert "Kept: 2 messages" in talk.school.text("s1", "and then I sawed them all")


def test_a_text_that_waits_is_meant_in_words(talk: Talk):
    talk.school.say("s1", "/reflect")
    talk.school.say("s1", "I bent ten pipes for the hall")
    assert "Kept: 1 message" in talk.school.text("s1", "yes")
    talk.school.say("s1", "8 all v")
    assert "was not kept" in talk.school.text("s1", "8 all x")
    assert talk.school.scores == 0
    talk.school.say("s1", "these are scores")
    assert talk.school.scores == 4
    talk.school.say("s1", "/cancel")


def test_a_note_that_may_be_scores_is_not_lost_by_the_next_words(talk: Talk):
    talk.school.likes_one_by_one("m1")
    talk.school.say("m1", "/score jonas 8")
    talk.school.tap("m1", "Tap instead")
    talk.school.tap("m1", "note")
    talk.school.say("m1", "jonas 10.3 v")
    assert "was not kept" in talk.school.text("m1", "he works neatly")
    assert talk.school.scores == 0
    assert "Jonas · 10" in talk.school.text("m1", "scores")
