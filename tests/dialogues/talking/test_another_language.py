"""Another language in the middle of something: what was asked still waits, and is not closed."""

import pytest
from sqlalchemy import select

from bot.storage.tables import measure, person
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

WAITS = "What I asked before still waits for your answer."


def away(school: School) -> bool:
    noted = select(person.c.id).where(person.c.absent_until.is_not(None))
    with school.engine.begin() as connection:
        return bool(connection.execute(noted).all())


@pytest.mark.parametrize("said", ["/language nl", "/taal nl", "/language Nederlands"])
def test_words_that_were_asked_for_are_still_taken(own_school: School, said: str):
    own_school.say("s1", "/helps")
    own_school.tap("s1", "write what helps")
    own_school.say("s1", said)
    own_school.say("s1", "eerst eens voordoen")
    with own_school.engine.begin() as connection:
        assert connection.execute(select(measure.c.words)).scalars().all() == [
            "eerst eens voordoen"
        ]


def test_it_is_said_that_it_waits(own_school: School):
    own_school.say("s1", "I am ill")
    assert own_school.text("s1", "/language en").endswith(WAITS)
    assert "up to and including" in own_school.text("s1", "yes")
    assert away(own_school)


def test_yes_in_the_other_language_answers_it(own_school: School):
    own_school.say("s1", "I am ill")
    own_school.say("s1", "/language nl")
    own_school.say("s1", "ja")
    assert away(own_school)


def test_the_languages_are_offered_beside_it_and_a_tap_ends_nothing(own_school: School):
    own_school.say("s1", "/incident I fell")
    assert own_school.text("s1", "/language").endswith(WAITS)
    own_school.tap("s1", "Nederlands")
    assert "Lien Martens" in own_school.text("s1", "ja")
    own_school.say("s1", "/taal en")
    own_school.say("s1", "I am ill")
    own_school.say("s1", "/language")
    own_school.tap("s1", "English")
    own_school.say("s1", "yes")
    assert away(own_school)


def test_where_nothing_waits_nothing_is_said_of_it(own_school: School):
    assert WAITS not in own_school.text("s1", "/language en")
    own_school.say("s1", "/language")
    assert WAITS not in own_school.tapped("s1", "English")
    own_school.say("s1", "/language")
    assert own_school.text("s1", "English") == "From now on I talk English with you."
