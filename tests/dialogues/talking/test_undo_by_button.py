"""After something with a button of its own, undo takes that back or names it, and nothing older."""

from tests.dialogues.agreeing.test_agreement import made
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.desk.test_desk import note as write_note
from tests.dialogues.desk.test_desk import promise as promised
from tests.dialogues.inducting.named import name_coach
from tests.dialogues.intervening.test_intervention import note
from tests.dialogues.recognising.test_prior import claim, see
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


def open_steps(school: School) -> list[str]:
    """List the buttons of what is open of Jonas' agreement."""
    school.say("c1", "/agreement jonas")
    school.tap("c1", "all that is open …")
    return school.buttons("c1")


def test_undo_after_a_tick_opens_the_step_and_after_that_takes_the_agreement_back(
    own_school: School,
):
    school = own_school
    made(school)
    school.tap("c1", "all that is open …")
    school.tap("c1", "☐ signature of the company")
    assert school.text("c1", "/undo") == "↩ Undone: a step of an agreement · Elektro bv"
    assert "☐ signature of the company" in open_steps(school)
    assert school.text("c1", "/undo") == "↩ Undone: an agreement · Elektro bv"
    assert "There is none yet." in school.text("c1", "/agreement jonas")
    assert school.text("c1", "/undo") == "↩ Undone: the hours a week of a placement · Elektro bv"
    assert "How many hours a week" in school.text("c1", "/agreement jonas")


def test_what_its_own_button_took_back_is_not_taken_back_again(own_school: School):
    school = own_school
    made(school)
    school.tap("c1", "all that is open …")
    school.tap("c1", "☐ signature of the company")
    school.tap("c1", "☐ signature of the student")
    school.tap("c1", "↩ Undo")
    assert school.text("c1", "/undo") == "↩ Undone: a step of an agreement · Elektro bv"
    shown = open_steps(school)
    assert "☐ signature of the company" in shown
    assert "☐ signature of the student" in shown
    assert "an agreement · Elektro bv" in school.text("c1", "/undo")


def test_an_agreement_ends_as_before(own_school: School):
    school = own_school
    made(school)
    school.say("c1", "/agreement jonas")
    end = next(label for label in school.buttons("c1") if label.startswith("it ends early"))
    school.tap("c1", end)
    assert "It ends on 1 Nov" in school.text("c1", "1/11/2026")
    assert "when an agreement ends" in school.text("c1", "/undo")
    assert "14 Oct – 30 Jun" in school.text("c1", "/agreement jonas")


def test_a_visit_that_was_planned_is_named_and_what_is_older_is_offered(own_school: School):
    school = own_school
    made(school)
    school.say("c1", "/visit jonas")
    school.tap("c1", "plan a visit")
    school.tap("c1", "choose this moment")
    said = school.text("c1", "/undo")
    assert said.startswith(
        "This cannot be taken back here: what you planned or wrote of a visit · Elektro bv.\n"
        "You change it with its own buttons: /visit.\nBefore that: an agreement · Elektro bv, of"
    )
    assert "14 Oct – 30 Jun" in school.text("c1", "/agreement jonas")
    school.say("c1", "/undo")
    assert "an agreement · Elektro bv" in school.tapped("c1", "↩ undo that")
    assert "There is none yet." in school.text("c1", "/agreement jonas")


def test_a_note_on_the_desk_goes_as_it_came(own_school: School):
    school = own_school
    school.say("c1", "jonas 8 vvvv")
    write_note(school, "report to the policy group until 12 December")
    school.tap("c1", "contracts")
    school.tap("c1", "done")
    assert "policy group" not in school.text("c1", "/desk")
    assert school.text("c1", "/undo") == "↩ Undone: a note on your desk"
    assert "policy group" in school.text("c1", "/desk")
    assert school.text("c1", "/undo") == "↩ Undone: a note on your desk"
    assert "policy group" in school.text("c1", "/desk")
    assert school.text("c1", "/undo") == "↩ Undone: a note on your desk"
    assert "policy group" not in school.text("c1", "/desk")


def test_an_intervention_and_what_was_said_of_it(own_school: School):
    school = own_school
    note(school, "c1", "Talked with both")
    school.tap("c1", "level, and what it acts on …")
    school.tap("c1", "a condition")
    assert "what you noted of an intervention" in school.text("c1", "/undo")
    assert "Acts on: a condition" not in school.text("c1", "/intervention jonas")
    school.say("c1", "/undo")
    assert "Talked with both" not in school.text("c1", "/intervention jonas")


def test_words_that_took_the_place_of_others_are_named_only(own_school: School):
    school = own_school
    note(school, "c1", "Talked with both")
    for purpose in ("He measures more", "He asks more"):
        school.tap("c1", "what it was for …")
        school.say("c1", purpose)
    said = school.text("c1", "/undo")
    assert said.startswith("This cannot be taken back here: what you noted of an intervention.")


def test_what_was_said_of_prior_learning_and_the_claim_itself(own_school: School):
    school = own_school
    claim(school)
    see(school, "t1")
    school.tap("t1", "confirm")
    school.say("t1", "He showed it")
    assert school.text("t1", "/undo") == "↩ Undone: what you said of prior learning"
    see(school, "t1")
    assert "confirm" in school.buttons("t1")
    assert school.text("s1", "/undo") == "↩ Undone: what you claim to have learned before"
    assert "10 Lays conduits" not in school.text("t1", "/prior jonas")
    assert "undo" in school.text("s1", "/undo")


def test_what_the_teachers_coach_noted_is_named_with_where_it_is_changed(own_school: School):
    school = own_school
    name_coach(school)
    school.say("d1", "/starters")
    school.tap("d1", "add a teacher")
    school.text("d1", "els")
    assert school.text("d1", "/undo") == (
        "This cannot be taken back here: what you noted of who is new to dual learning"
        " · Els Wouters.\nYou change it with its own buttons: /starters."
    )


def test_a_visit_that_has_been_is_still_to_come_again_and_a_promise_stands(own_school: School):
    school = own_school
    school.say("c1", "/visit jonas")
    school.tap("c1", "I was there")
    school.tap("c1", next(own for own in school.buttons("c1") if own.startswith("today")))
    assert school.text("c1", "/undo") == "↩ Undone: that you were there · Elektro bv"
    promised(school, "shows how to measure")
    school.say("c1", "/visit jonas")
    school.tap("c1", "✓ shows how to measure")
    assert school.text("c1", "/undo") == "↩ Undone: how a promise ended"
    assert "shows how to measure" in school.text("c1", "/visit jonas")
