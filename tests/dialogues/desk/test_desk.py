"""The desk: what is late and what comes, by student and under heads, and one's own notes."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from bot.storage.tables import placement
from handlers.desk.taps import EndDeskNote, ShowDeskNote
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["own_school"]


def promise(school: School, said: str) -> None:
    """Note a visit to Jonas, at which the mentor promised something."""
    school.say("c1", "/visit jonas")
    school.tap("c1", "I was there")
    school.tap("c1", next(label for label in school.buttons("c1") if label.startswith("today")))
    school.tap("c1", "skip")
    school.tap("c1", "skip")
    school.say("c1", said)
    school.tap("c1", "mentor")


def note(school: School, said: str) -> str:
    school.say("c1", "/desk")
    school.tap("c1", "write a note")
    return school.text("c1", said)


@both_ways
def test_what_has_a_date_stands_there_by_student_and_a_tap_opens_it(school: School):
    promise(school, "shows how to measure, until Friday")
    desk = school.text("c1", "/desk")
    assert desk.startswith("2 late or due at once · 1 comes in two weeks.\nLate, or due at once:")
    assert "👤 Noor Aziz\n• at once: a visit is due at Elektro bv" in desk
    assert "In the next two weeks:\n👤 Jonas Peeters\n• 16 Oct: promised: “shows how" in desk
    opened = school.tapped("c1", "Jonas Peeters · promised: “shows how to measure”")
    assert opened.startswith("Jonas Peeters\n• mentor · shows how to measure · until ")
    assert school.tapped("c1", "✓ shows how to measure") == "Kept: shows how to measure"
    assert "shows how" not in school.text("c1", "/desk")
    assert "Nobody visited yet." in school.tapped("c1", "Noor Aziz · a visit is due at Elektro bv")


@both_ways
def test_a_head_is_a_filter_and_a_student_is_named(school: School):
    note(school, "report to the policy group until 20 October")
    school.say("c1", "/desk")
    developing = school.tapped("c1", "○ developing dual learning")
    assert developing.startswith("developing dual learning · ")
    assert "a visit is due" not in developing
    assert "• 20 Oct: report to the policy group" in developing
    assert "report" not in school.tapped("c1", "○ visits")
    assert "report" in school.tapped("c1", "everything")
    only = school.text("c1", "/desk noor")
    assert "Noor Aziz" in only
    assert "Jonas" not in only
    assert "report" in school.tapped("c1", "the whole desk")


@both_ways
def test_a_note_is_written_put_off_filed_done_and_comes_back(school: School):
    written = note(school, "report to the policy group until 12 December")
    assert written.startswith("On your desk until 12 Dec: “report to the policy group”\nIt stands")
    assert "It stands under: contracts" in school.tapped("c1", "contracts")
    assert "until 19 Dec" in school.tapped("c1", "a week later")
    assert school.tapped("c1", "done") == "Done: report to the policy group"
    assert "report" not in school.text("c1", "/desk")
    note(school, "the leaflet until 20 October")
    assert school.tapped("c1", "↩ Undo") == "The note is gone."


def test_a_note_without_a_day_is_asked_for_it_and_a_bad_one_is_refused(own_school: School):
    assert note(own_school, "call the sector") == (
        "“call the sector”\nUntil when? Tap a day or type one."
    )
    again = own_school.text("c1", "soon")
    assert again.startswith("I need a day, such as 12 December.")
    assert "“call the sector”" in again
    own_school.tap("c1", "21 Oct")
    assert "• 21 Oct: call the sector" in own_school.text("c1", "/desk")
    assert "this has 301" in note(own_school, f"{'x' * 301} until 20 October")
    own_school.say("c1", "/cancel")
    note(own_school, "the invoice")
    past = own_school.text("c1", "13/10/2026")
    assert past.startswith("Nothing was stored: 13 Oct is over.\n“the invoice”")
    assert "the invoice" not in own_school.text("c1", "/desk")


def test_a_day_at_the_end_of_a_note_is_read_whatever_stands_before_it(own_school: School):
    written = note(own_school, "a report for the whole steering group by 20 October")
    assert written.startswith("On your desk until 20 Oct: “a report for the whole steering group”")


def test_a_head_that_is_typed_filters_the_desk(own_school: School):
    note(own_school, "report to the policy group until 20 October")
    developing = own_school.text("c1", "/desk developing")
    assert developing.startswith("developing dual learning · ")
    assert "report" in developing
    assert own_school.text("c1", "/desk visits").startswith("visits · ")
    assert own_school.text("c1", "/desk noor").startswith("Noor Aziz · ")


def test_a_done_note_can_stand_again(own_school: School):
    note(own_school, "the leaflet until 20 October")
    own_school.say("c1", "/desk")
    own_school.tap("c1", "the leaflet")
    own_school.tap("c1", "done")
    assert "On your desk until 20 Oct" in own_school.tapped("c1", "↩ Undo")


def test_late_comes_first_with_a_sign_and_pages_turn(own_school: School):
    for number in range(1, 10):
        note(own_school, f"paper {number} until {14 + number} October")
    own_school.at = datetime(2026, 10, 16, 10, tzinfo=UTC)
    first = own_school.text("c1", "/desk")
    assert first.splitlines()[1:3] == ["Late, or due at once:", "• at once: a visit is due at"] or (
        "• ⚠ 15 Oct: paper 1" in first.replace("⚠", "• ⚠")
    )
    assert "paper 9" not in first
    assert "• 23 Oct: paper 9" in own_school.tapped("c1", "more ›")
    assert "paper 1" in own_school.tapped("c1", "‹ back")


@pytest.mark.parametrize("who", ["s1", "m1", "t1"])
def test_a_desk_is_of_who_coaches_and_a_note_of_who_wrote_it(own_school: School, who: str):
    note(own_school, "a private matter until 20 October")
    assert own_school.text(who, "/desk").startswith("The desk is for coaches")
    for tap in (ShowDeskNote(1), EndDeskNote(1)):
        (shown,) = own_school.tap_code(who, tap.written())
        assert shown.text == "That note is not on your desk any more."
    assert "a private matter" in own_school.text("c1", "/desk")


def test_what_has_ended_is_on_no_desk(own_school: School):
    with own_school.engine.begin() as connection:
        connection.execute(update(placement).values(ended_at=own_school.at))
    assert "a visit is due" not in own_school.text("c1", "/desk")


def test_an_answer_that_no_question_waits_for_is_told_so_and_offered_the_desk(
    own_school: School,
):
    for typed in ("friday 15:00", "until 30 June", "back to 19,5", "18 December"):
        said = own_school.text("c1", typed)
        assert said.startswith("Nothing of mine is open that this answers."), typed
        assert own_school.buttons("c1") == ["my desk", "report"]
    assert "look on and do not score" in own_school.text("c1", "8 v")
    assert "look on and do not score" in own_school.text("c1", "jonas 8")
