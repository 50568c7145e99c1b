"""A student and a mentor say that they signed; it is done once the coach confirms it with a tap."""

from tests.dialogues.agreeing.test_agreement import made
from tests.dialogues.clock import hear, tick_through, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of
from tests.dialogues.supporting.test_handover import handed_over
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]

CLAIMED = "Said to be there: signature of the student. The coach confirms it."


@both_ways
def test_a_student_says_so_and_the_coach_confirms_it_in_one_tap(school: School):
    made(school)
    shown = school.text("s1", "/agreement")
    assert "signature of the student" in shown
    assert school.tapped("s1", "it is there: signature of the student") == CLAIMED
    after = school.text("s1", "/agreement")
    assert after.endswith(CLAIMED)
    assert "it is there: signature of the student" not in school.buttons("s1")
    assert "⚠ signature of the student" in school.text("c1", "/agreement jonas")  # still open
    for hours in (7, 2, 15, 5):
        school.later(hours=hours)
        hear(school)
    heard = "\n".join(told(school, "c1", "reminder"))
    assert "Jonas Peeters says on " in heard
    assert "that it is there: signature of the student (unpaid agreement (SAO), Jonas" in heard
    school.say("c1", "/agreement jonas")
    assert school.tapped("c1", "confirm: signature of the student").startswith("Done: signature")
    assert "signature of the student" not in school.text("s1", "/agreement")
    assert "says on" not in school.text("c1", "/agreement jonas")


def test_the_button_of_the_message_confirms_it_and_undo_opens_it_again(own_school: School):
    made(own_school)
    own_school.say("m1", "/agreement jonas")
    own_school.tap("m1", "it is there: signature of the company")
    tick_through(own_school, 30)
    own_school.tap("c1", "confirm: signature of the company · Jonas Peeters")
    assert "signature of the company" not in own_school.text("m1", "/agreement jonas")
    own_school.tap_code("c1", "Ak:1:signed_company:no")
    assert "signature of the company" in own_school.text("m1", "/agreement jonas")
    assert "it is there: signature of the company" in own_school.buttons("m1")


def test_it_can_be_undone_and_is_then_told_to_nobody(own_school: School):
    made(own_school)
    own_school.say("s1", "/agreement")
    own_school.tap("s1", "it is there: signature of the student")
    own_school.tap("s1", "↩ Undo")
    assert CLAIMED not in own_school.text("s1", "/agreement")
    tick_through(own_school, 30)
    assert not [text for text in told(own_school, "c1", "reminder") if "says on" in text]


def test_what_was_taken_back_is_not_confirmed_by_the_old_button(own_school: School):
    made(own_school)
    own_school.say("s1", "/agreement")
    own_school.tap("s1", "it is there: signature of the student")
    tick_through(own_school, 30)
    own_school.tap("s1", "↩ Undo")
    own_school.tap("s1", "yes, undo it")
    gone = own_school.tapped("c1", "confirm: signature of the student · Jonas Peeters")
    assert gone == "That was taken back: signature of the student. Nothing was noted."
    assert "⚠ signature of the student" in own_school.text("c1", "/agreement jonas")
    (shown,) = own_school.tap_code("c1", "Av:1:insured")
    assert shown.text.startswith("That was taken back: ")


def test_what_is_said_to_be_signed_goes_along_to_another_coach(own_school: School):
    made(own_school)
    own_school.say("s1", "/agreement")
    own_school.tap("s1", "it is there: signature of the student")
    handed_over(own_school)
    tick_through(own_school, 30)
    assert not [text for text in told(own_school, "c1", "reminder") if "says on" in text]
    (heard,) = [text for text in told(own_school, "t1", "reminder") if "says on" in text]
    assert "Jonas Peeters says on" in heard
    own_school.tap("t1", "confirm: signature of the student · Jonas Peeters")
    assert "signature of the student" not in own_school.text("s1", "/agreement")


def test_buttons_that_would_read_the_same_say_of_whom_or_of_which_agreement(own_school: School):
    made(own_school)
    made(own_school, student="noor")
    for student in ("jonas", "noor"):
        own_school.say("c1", f"/agreement {student}")
        own_school.tap("c1", "remind the mentor")
    tick_through(own_school, 30)
    signs = [label for label in own_school.buttons("m1") if label.startswith("it is there")]
    assert signs == [
        "it is there: signature of the company · Jonas Peeters",
        "it is there: signature of the company · Noor Aziz",
    ]


def test_everybody_says_it_of_the_own_signature_alone(own_school: School):
    made(own_school)
    own_school.say("s1", "/agreement")
    assert [it for it in own_school.buttons("s1") if "company" in it] == []
    refused = "That agreement is not one of yours."
    for who, step in (
        ("s1", "signed_company"), ("s1", "signed_school"), ("m1", "signed_student"),
        ("m1", "signed_school"), ("t1", "signed_student"), ("s2", "signed_student"),
        ("m2", "signed_company"), ("c1", "signed_student"), ("s1", "insured"),
    ):  # fmt: skip
        (shown,) = own_school.tap_code(who, f"Ag:1:{step}")
        assert shown.text == refused, (who, step)
    for who in ("s1", "m1", "t1"):
        (shown,) = own_school.tap_code(who, "Av:1:signed_student")
        assert shown.text == refused, who
    assert "signature of the student" in own_school.text("s1", "/agreement")


def test_a_reminder_offers_it(own_school: School):
    made(own_school)
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "remind the student")
    tick_through(own_school, 30)
    assert own_school.tapped("s1", "it is there: signature of the student") == CLAIMED
    assert "it is there: signature of the student" not in buttons_of(
        own_school.say("s1", "/agreement")
    )
