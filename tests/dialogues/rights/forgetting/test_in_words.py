"""'Forget me' in plain words, in four languages, beside the command."""

import pytest
from sqlalchemy import func, select

from bot.storage.tables import forgetting
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


def wishes(school: School) -> int:
    with school.engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(forgetting)).scalar_one()


@pytest.mark.parametrize(
    "text",
    ["forget me", "Please forget me", "I want to be forgotten", "delete my data", "can you erase "
     "everything about me?", "vergeet mij", "vergeet me maar", "ik wil vergeten worden",
     "ik wil graag vergeten worden", "wis mijn gegevens", "verwijder alles over mij",
     "kan je mij vergeten", "oublie-moi", "oubliez-moi", "je veux être oublié",
     "je veux qu'on m'oublie", "efface mes données", "vergiss mich", "ich will vergessen werden",
     "lösche meine Daten", "ich möchte vergessen werden", "bitte vergiss mich"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["s1", "m1"])
def test_it_says_what_goes_and_notes_nothing(own_school: School, who: str, text: str):
    assert own_school.text(who, text).startswith("If you are forgotten, this goes for good:")
    assert "I want to be forgotten" in own_school.buttons(who)
    assert wishes(own_school) == 0


@pytest.mark.parametrize(
    "text",
    ["forget me not", "forget it", "don't forget me", "vergeet mij niet", "vergeet Jonas",
     "ik vergeet altijd alles", "ne m'oublie pas", "vergiss mich nicht", "vergiss das",
     "help me forget", "wis dat"],
)  # fmt: skip
def test_what_only_sounds_like_it_is_not(own_school: School, text: str):
    assert "If you are forgotten" not in own_school.text("s1", text)
    assert wishes(own_school) == 0


def test_after_it_is_shown_its_own_words_note_the_wish(own_school: School):
    own_school.say("s1", "/forget")
    assert "Sleep on it" in own_school.text("s1", "I want to be forgotten")
    assert wishes(own_school) == 1
    assert "taken back" in own_school.text("s1", "take the wish back")
