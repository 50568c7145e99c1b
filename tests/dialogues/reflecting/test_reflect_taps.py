"""Questions that are tapped twice, or that a school has since switched off."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.storage.tables import asked, errand
from bot.use_cases.reflecting.prompting.ask_prompt import ask_prompt
from tests.dialogues.clock import tick
from tests.dialogues.reflecting.asking import Talk
from tests.dialogues.reflecting.test_reflect_own import answers, talk

__all__ = ["talk"]


def test_another_question_tapped_twice_is_one_other_question(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect")
    (other,) = school.tap_code("s1", "ro:1")
    (again,) = school.tap_code("s1", "ro:1")
    assert (again.text, again.buttons) == (other.text, other.buttons)
    with school.engine.begin() as connection:
        assert len(connection.execute(select(asked.c.id)).all()) == 2


def test_a_question_that_was_switched_off_does_not_wait_any_more(talk: Talk):
    school = talk.school
    (first,) = school.say("s1", "/reflect")
    switched_off(talk)
    assert "note of yours" in school.text("s1", "Today I bent ten pipes for the stairs")
    (other,) = school.say("s1", "/reflect")
    assert other.text not in ("", first.text)


def test_a_question_that_was_switched_off_is_not_told(talk: Talk):
    school = talk.school
    tick(school)
    talk.until(0, 17, 1)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        jonas = uow.people.find_and_hold(school.people["s1"].person_id)
        assert jonas is not None
        its = select(errand.c.id).where(errand.c.person_id == jonas.id)
        ask_prompt(
            uow, jonas, uow.tracks.list_of(jonas.id), school.at, connection.execute(its).scalar()
        )
    switched_off(talk)
    (message,) = tick(school)["s1"]
    assert message.text.partition("\n")[0]


@pytest.mark.parametrize("code", ["rq:day:12", "rq:day:0123456", "rq:day:7"])
def test_a_day_that_is_none_changes_nothing(talk: Talk, code: str):
    before = talk.school.text("s1", "/reflect week")
    (after,) = talk.school.tap_code("s1", code)
    assert after.text == before


def switched_off(talk: Talk) -> None:
    """Take every question that was asked out of the file."""
    with talk.school.engine.begin() as connection:
        keys = connection.execute(select(asked.c.key)).scalars().all()
    ours = talk.school.repertoire
    kept = {key: prompt for key, prompt in ours.prompts.items() if key not in keys}
    talk.school.repertoire = replace(ours, prompts=kept)


@pytest.mark.parametrize("word", ["dankjewel", "Thanks!", "ok", "👍", "Hallo", "merci beaucoup"])
def test_a_kind_word_is_no_goal_unless_it_is_said_to_be(talk: Talk, word: str):
    school = talk.school
    answers(talk, "It went well")
    school.tap("s1", "goal for next week")
    assert f"Shall I keep “{word}”" in school.text("s1", word)
    assert "when you are ready" in school.text("s1", "no")
    assert "Your goal for next week" in school.text("s1", "Ask first")
    school.tap("s1", "goal for next week")
    school.say("s1", word)
    assert f"“{word}”" in school.tapped("s1", "yes, keep it")


@pytest.mark.parametrize(
    ("word", "told"), [("dankjewel", "You are welcome."), ("wacht even", "Take your time.")]
)
def test_a_kind_word_beside_an_answer_is_answered_and_it_goes_on(talk: Talk, word: str, told: str):
    school = talk.school
    school.say("s1", "/reflect")
    school.tap("s1", "answer")
    school.say("s1", "I bent pipes")
    text = school.text("s1", word)
    assert told in text
    assert "1 message so far" in text
    assert word not in school.tapped("s1", "done")
