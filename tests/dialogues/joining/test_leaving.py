"""The coach ends a track or a placement in the chat, and takes it up again; nothing is deleted."""

from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


def test_a_track_is_ended_once_that_is_sure_and_taken_up_again(own_school: School):
    own_school.say("m1", "jonas 8 vvll")
    shown = own_school.text("c1", "/track jonas")
    assert shown.startswith("Jonas Peeters · 6E\nElektro bv: runs")
    asked = own_school.tapped("c1", "end the track")
    assert asked.startswith("End Jonas at Elektro bv? Nobody around looks on")
    assert own_school.text("m1", "/report jonas").startswith("Jonas")
    ended = own_school.tapped("c1", "yes, end it")
    assert ended.startswith("Jonas Peeters at Elektro bv: ended.\nEverything that was said stays.")
    assert "Jonas" not in own_school.text("m1", "/report noor")
    assert "Jonas Peeters is no longer with you" in own_school.text("m1", "/report jonas")
    assert "Marks out routes" in own_school.text("s1", "/report")
    listed = own_school.say("c1", "/track")[0]
    assert "Which track do you want to end, or to take up again?" in listed.text
    again = own_school.tapped("c1", "take up again: Jonas Peeters · ELEC-1")
    assert again.startswith("Jonas Peeters at Elektro bv: taken up again")
    assert "8 Marks out routes" in own_school.text("m1", "/report jonas")


def test_only_a_coach_of_the_track_ends_it(own_school: School):
    for who in ("s1", "m1", "t1"):
        assert own_school.text(who, "/track jonas")
        assert "runs" not in own_school.text(who, "/track jonas")
    own_school.say("c1", "/track jonas")
    code = next(code for _label, code in _buttons(own_school, "c1") if code.startswith("je:"))
    for who in ("m1", "t1", "s2"):
        own_school.tap_code(who, code.replace("ask", "yes"))
    with own_school.engine.begin() as connection:
        lives = StoredUnitOfWork(connection).endings.list_of_track(1)
    assert [life.ended_at for life in lives] == [None]


def _buttons(school: School, who: str) -> list[tuple[str, str]]:
    return [
        (button["label"], button["code"])
        for shown in school.say(who, "/track jonas")
        for row in shown.buttons
        for button in row
    ]
