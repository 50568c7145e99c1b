"""What answers something else, or is a bare yes, is never offered as an answer to our question."""

import pytest
from sqlalchemy import Engine, select

from bot.storage.tables import contest
from tests.dialogues.reflecting.asking import Talk, founded


@pytest.fixture
def talk(school_engine: Engine) -> Talk:
    """Jonas was asked something about the day, and has not answered."""
    made = Talk(founded(school_engine))
    made.school.say("s1", "/reflect")
    made.school.say("m1", "jonas 8 vvxx")
    made.school.say("t1", "jonas 8 xxxx")
    return made


@pytest.mark.parametrize("bare", ["yes", "ja", "no", "Ja.", "nee"])
def test_a_bare_yes_or_no_is_not(talk: Talk, bare: str):
    talk.school.say("s1", "/forget")
    talk.school.tap("s1", "I want to be forgotten")
    assert "your answer" not in talk.school.text("s1", bare)


@pytest.mark.parametrize("command", ["/contest", "/contest 8"])
def test_words_before_it_is_tapped_what_is_contested_are_not(talk: Talk, command: str):
    school = talk.school
    school.say("s1", command)
    said = school.text("s1", "I did all of it alone in March")
    assert said.startswith("Nothing was stored: first tap what you mean")
    assert "your answer" not in said
    if command == "/contest":
        school.say("s1", "8")
    school.say("s1", "the mentor's view")
    assert "You contest this." in school.text("s1", "I did all of it alone in March")
    with school.engine.begin() as connection:
        assert len(connection.execute(select(contest.c.id)).all()) == 1


def test_scores_and_thanks_are_what_they_are(talk: Talk):
    talk.school.say("s1", "/contest 8")
    assert talk.school.text("s1", "thanks") == "You are welcome."
    talk.school.say("s1", "/contest 8")
    assert "4 indicators stored" in talk.school.text("s1", "8 vvvv")
