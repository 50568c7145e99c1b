"""The days of an agreement in words: one alone, days that cannot be, and what is no day."""

from bot.domain.school.frameworks import Setting
from tests.dialogues.agreeing.settings import stands_in
from tests.dialogues.agreeing.test_agreement import made
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]


def asked(school: School) -> None:
    """Let the days of an agreement be asked."""
    stands_in(school, Setting.COMPULSORY)
    school.say("c1", "/agreement jonas")
    school.say("c1", "19,5")
    school.tap("c1", "make the SAO")


def test_one_day_alone_makes_no_agreement_but_asks_for_the_other(own_school: School):
    asked(own_school)
    shown = own_school.text("c1", "tomorrow")
    assert "From 15 Oct. Until when?" in shown
    assert "unpaid agreement (SAO), 15 Oct" in own_school.text("c1", "30 June")


def test_until_a_day_is_the_last_one_and_both_may_follow_one(own_school: School):
    asked(own_school)
    own_school.say("c1", "tomorrow")
    assert "unpaid agreement (SAO), 1 Nov" in own_school.text("c1", "from 1/11/2026 to 30/6/2027")
    own_school.tap("c1", "↩ Undo")
    own_school.tap("c1", "make the SAO")
    assert "unpaid agreement (SAO), 14 Oct – 30 Jun 2027" in own_school.text("c1", "until 30 June")
    own_school.tap("c1", "↩ Undo")
    own_school.tap("c1", "make the SAO")
    made_of = own_school.text("c1", "1 November until 30 June 2027")
    assert "unpaid agreement (SAO), 1 Nov – 30 Jun 2027" in made_of


def test_after_days_that_cannot_be_others_are_typed_at_once(own_school: School):
    asked(own_school)
    assert own_school.text("c1", "1/9/2026 until 30/6/2034").startswith("Nothing was stored")
    assert "Stored." in own_school.text("c1", "1/11/2026 until 30/6/2027")
    twice = own_school.text("c1", "1/12/2026 until 30/6/2027")
    assert twice.startswith("Nothing was stored: there is an agreement on some of these days")
    assert "☐ agreed training plan" in own_school.buttons("c1")


def test_scores_are_no_days(own_school: School):
    asked(own_school)
    own_school.say("c1", "jonas 3.2 v 4.1 x")
    assert "There is none yet." in own_school.text("c1", "/agreement jonas")
    own_school.say("c1", "3.2 v, 4.1 x")
    assert "There is none yet." in own_school.text("c1", "/agreement jonas")


def test_the_end_is_proposed_within_its_own_days_and_asked_again(own_school: School):
    asked(own_school)
    own_school.say("c1", "1/11/2026 until 30/6/2027")
    own_school.tap("c1", "it ends early …")
    assert own_school.buttons("c1")[0].startswith("1 Nov")
    refused = own_school.text("c1", "20/10/2026")
    assert refused.startswith("Nothing was stored: it ends early on one of its own days")
    assert "It ends on 18 Dec" in own_school.text("c1", "18 December")


def test_after_hours_that_cannot_be_others_are_typed_at_once(own_school: School):
    made(own_school)
    own_school.tap("c1", "other hours a week …")
    assert own_school.text("c1", "75").startswith("Nothing was stored")
    assert "Needed at 20 hours a week" in own_school.text("c1", "20")


def test_where_the_education_is_not_said_nothing_is_said_to_be_there(own_school: School):
    stands_in(own_school, None)
    listed = own_school.text("c1", "/agreement")
    assert "No agreement is missing." not in listed
    assert "I do not know whether an agreement is missing" in listed


def test_the_checklist_stays_below_what_a_reminder_answers(own_school: School):
    made(own_school)
    own_school.tap("c1", "remind the mentor")
    assert "I remind Jonas Peeters" in own_school.tapped("c1", "remind the student")
    assert "once a day is enough" in own_school.tapped("c1", "remind the student")
    assert "Done: signature of the student" in own_school.text("c1", "signature of the student")


def test_an_agreement_whose_checklist_was_begun_is_not_taken_back(own_school: School):
    made(own_school)
    own_school.tap("c1", "☐ agreed training plan")
    refused = "\n".join(shown.text for shown in own_school.tap_code("c1", "Au:1"))
    assert refused.startswith("Nothing was changed: steps of it are done.")
    assert "unpaid agreement (SAO), 14 Oct" in own_school.text("c1", "/agreement jonas")


def test_of_an_agreement_that_is_over_nobody_is_reminded(own_school: School):
    made(own_school)
    own_school.later(days=300)
    said = "\n".join(shown.text for shown in own_school.tap_code("c1", "Ar:1:student"))
    assert said.startswith("Nothing was changed: that agreement is over.")
