"""Feedback that a student asks for: who is shown the answer, for how long, and who is not."""

import pytest
from sqlalchemy import Engine, delete

from bot.storage.tables import involvement
from tests.dialogues.clock import hear, told
from tests.dialogues.reflecting import Talk, founded
from tests.dialogues.test_reflect_own import MONDAY, answers

GONE = ["That answer is no longer shared with you."]


@pytest.fixture
def talk(engine: Engine) -> Talk:
    school = founded(engine)
    school.at = MONDAY
    return Talk(school)


def asks(talk: Talk, giver: str) -> None:
    talk.school.tap("s1", "ask for feedback")
    talk.school.tap("s1", giver)


def test_withdrawn_it_is_gone_from_the_chat_of_a_mentor_who_left(talk: Talk):
    school = talk.school
    answers(talk, "I bent it once")
    asks(talk, "Karim Haddad · mentor")
    hear(school)
    with school.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == "mentor"))
    school.tap("s1", "withdraw")
    school.tap("s1", "yes, withdraw it")
    hear(school)
    assert told(school, "m1", "question") == GONE
