"""What waits for an answer: a number answers it, cancel ends all of it, danger comes first."""

import pytest
from sqlalchemy import select

from bot.storage.tables import incident, note
from tests.dialogues.school import School, buttons_of


def notes(school: School) -> list[tuple[str, int]]:
    with school.engine.begin() as connection:
        rows = connection.execute(select(note.c.text, note.c.competence_id)).all()
    return [(row.text, row.competence_id) for row in rows]


@pytest.mark.parametrize(
    "text", ["10", "10.", "bij competentie 10", "competentie 10", "with 10", "competence 10"]
)
def test_a_number_says_with_which_competence_a_note_is_kept(own_school: School, text: str):
    own_school.say("m1", "noor works neatly")
    assert "10 Lays conduits" in own_school.text("m1", text)
    assert [words for words, _competence in notes(own_school)] == ["noor works neatly"]


def test_a_number_that_is_no_competence_drops_no_note(own_school: School):
    own_school.say("m1", "noor works neatly")
    own_school.say("m1", "44")
    own_school.say("m1", "8")
    assert [words for words, _competence in notes(own_school)] == ["noor works neatly"]


@pytest.mark.parametrize("text", ["/cancel", "/annuleer", "annuleer", "stop"])
def test_cancel_puts_away_all_that_waits(own_school: School, text: str):
    own_school.say("m1", "noor works neatly")
    own_school.say("m1", "jonas works slowly")
    own_school.say("m1", "10.1 v of somebody")
    (said,) = own_school.say("m1", text)
    assert "put away" in said.text
    assert not buttons_of([said])
    assert "works" not in said.text
    assert "Nothing was going on" in own_school.text("m1", "/cancel")


def test_cancel_says_how_many_were_put_away(own_school: School):
    own_school.say("m1", "noor works neatly")
    own_school.say("m1", "jonas works slowly")
    assert "all 2 are put away: nothing was stored" in own_school.text("m1", "/cancel")


@pytest.mark.parametrize(
    "text", ["noor is bullied by her colleagues", "Jonas wordt gepest op het werk"]
)
def test_danger_is_answered_alone_and_first(own_school: School, text: str):
    cared, stored = own_school.say("m1", text)
    assert "A person can help" in cared.text
    assert stored.text == "Nothing was stored."
    assert buttons_of([cared, stored]) == ["report an incident to the coach"]  # and no note
    own_school.say("m1", "ja")
    assert notes(own_school) == []
    with own_school.engine.begin() as connection:
        assert not connection.execute(select(incident)).all()  # nothing is reported untapped


def test_what_waited_before_danger_still_waits(own_school: School):
    own_school.say("m1", "noor works neatly")
    cared, *_rest = own_school.say("m1", "jonas wordt gepest op het werk")
    assert "A person can help" in cared.text
    own_school.say("m1", "8")
    assert [words for words, _competence in notes(own_school)] == ["noor works neatly"]
