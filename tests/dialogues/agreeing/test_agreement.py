"""An agreement from what is needed to the last signature, and what its coach is told."""

from datetime import date

import pytest
from sqlalchemy import update

from bot.domain.agreeing.recognitions import Recognition
from bot.domain.school.frameworks import Setting
from bot.storage.tables import person, placement
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.agreeing.settings import stands_in
from tests.dialogues.clock import tick, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def made(school: School, hours: str = "19,5", student: str = "jonas") -> str:
    """Make the agreement of a student at so many hours a week, in compulsory education."""
    stands_in(school, Setting.COMPULSORY)
    school.say("c1", f"/agreement {student}")
    school.say("c1", hours)
    kind = next(label for label in school.buttons("c1") if label.startswith("make the"))
    school.tap("c1", kind)
    return school.text("c1", "14/10/2026 until 30/6/2027")


def recognised(school: School) -> None:
    """Let the workplace of Jonas be recognised for as long as that takes."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        known = Recognition(until=date(2031, 8, 31))
        uow.recognitions.keep(row.id, (1, 1), known, school.at)


@both_ways
def test_from_what_is_needed_to_the_missing_signature(school: School):
    assert "Nobody has said in which education" in school.text("c1", "/agreement jonas")
    stands_in(school, Setting.COMPULSORY)
    asked = school.text("c1", "/agreement jonas")
    assert asked.startswith("Agreement for Jonas Peeters at Elektro bv\nHow many hours a week")
    shown = school.tapped("c1", "19.5")
    assert "Needed at 19.5 hours a week: unpaid agreement (SAO).\nThere is none yet." in shown
    proposed = school.tapped("c1", "make the SAO")
    assert proposed.startswith("unpaid agreement (SAO) for Jonas Peeters at Elektro bv\n")
    shown = school.text("c1", "14/10/2026 until 30/6/2027")
    assert "unpaid agreement (SAO), 14 Oct" in shown
    assert "⚠ signature of the company · by 13 Oct" in shown
    assert "⚠ recognition of the workplace · company · by 16 Sep" in shown
    recognised(school)
    assert "☐ recognition of the workplace" not in school.buttons("c1")
    for step in ("agreed training plan", "signature of the student", "signature of the school",
                 "insurance against accidents at work", "safety at the work post"):  # fmt: skip
        shown = school.tapped("c1", f"☐ {step}")
        assert shown.startswith(f"Done: {step}\n")
    assert "⚠ signature of the company · by 13 Oct" in shown
    assert (
        "⚠ Jonas Peeters at Elektro bv: signature of the company is missing; runs until 30 Jun"
        in school.text("c1", "/agreement")
    )
    assert "All of it is done." in (
        school.say("c1", "/agreement jonas") and school.tapped("c1", "☐ signature of the company")
    )
    assert "⚠ signature of the company" in school.tapped("c1", "↩ Undo")


def test_nineteen_and_a_half_hours_are_unpaid_and_twenty_are_paid(own_school: School):
    assert "unpaid agreement (SAO), 14 Oct" in made(own_school, "19,5")
    own_school.tap("c1", "other hours a week …")
    shown = own_school.text("c1", "20 hours a week")
    assert "Needed at 20 hours a week: paid agreement (OAO)." in shown
    assert "⚠ By now another kind is needed (paid agreement (OAO))" in shown
    own_school.tap("c1", "make the OAO")
    shown = own_school.text("c1", "14/10/2026 until 30/6/2027")
    assert "Nothing was stored" in shown
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "make the OAO")
    shown = own_school.text("c1", "16/10/2026 until 30/6/2027")
    assert "unpaid agreement (SAO), 14 Oct – 15 Oct" in shown
    assert "paid agreement (OAO), 16 Oct" in shown
    labels = own_school.buttons("c1")
    assert len(set(labels)) == len(labels)
    assert "remind the mentor · from 16 Oct" in labels
    shown = own_school.tapped("c1", "↩ Undo")
    assert "By now another kind is needed" in shown
    assert "unpaid agreement (SAO), 14 Oct – 30 Jun" in shown


def test_who_runs_the_school_says_in_which_education_it_stands(own_school: School):
    hire(own_school)
    own_school.say("a1", "/admin")
    shown = own_school.tapped("a1", "agreements")
    assert "Electrician · not said yet" in shown
    assert "• higher education: an agreement of institution, company and student." in shown
    said = own_school.tapped("a1", "☐ compulsory education")
    assert said.startswith("Electrician · compulsory education\n")
    assert acts(own_school)[-1] == "school_changed"
    assert "How many hours a week" in own_school.text("c1", "/agreement jonas")
    assert "in which education a programme stands" in own_school.tapped("a1", "↩ Undo")
    assert "Nobody has said in which education" in own_school.text("c1", "/agreement jonas")
    own_school.tap_code("c1", "Bs:1:higher")
    assert "Nobody has said in which education" in own_school.text("c1", "/agreement jonas")


def test_a_three_party_agreement_has_the_list_of_the_source_and_no_hours(own_school: School):
    stands_in(own_school, Setting.HIGHER)
    shown = own_school.text("c1", "/agreement jonas")
    assert "Needed: three-party agreement.\nThere is none yet." in shown
    assert "other hours a week …" not in own_school.buttons("c1")
    own_school.tap("c1", "make the agreement")
    shown = own_school.text("c1", "1/11/2026 until 30/6/2027")
    assert "· goals · school · by 25 Oct" in shown
    assert "· and 14 more things" in shown
    assert "· content and guidance · school · by 25 Oct" in shown
    assert "☐ signature of the company" not in own_school.buttons("c1")
    shown = own_school.tapped("c1", "all that is open …")
    assert "Open. A tap says that it is done:" in shown
    own_school.tap("c1", "more ›")
    own_school.tap("c1", "more ›")
    assert own_school.tapped("c1", "☐ signature of the company").startswith("Done: signature")
    own_school.tap("c1", "☐ goals")
    assert "Done: goals" in own_school.text("c1", "/agreement jonas")
    done = own_school.tapped("c1", "what is done")
    assert "Done. A tap opens it again:" in done
    assert own_school.tapped("c1", "☑ goals").startswith("Open again: goals\n")
    assert "☐ goals" in own_school.buttons("c1")


def test_an_engagement_statement_has_its_two_sorts_of_conditions(own_school: School):
    stands_in(own_school, Setting.ENTREPRENEURIAL)
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "make the statement")
    shown = own_school.tapped("c1", own_school.buttons("c1")[0])
    assert "social and legal conditions · school" in shown
    assert "educational conditions · school" in shown
    assert "recognition" not in shown


def test_a_guardian_signs_where_one_has_to_agree(own_school: School):
    with own_school.engine.begin() as connection:
        guarded = update(person).values(guardian="agreed").where(person.c.school_id == "s1")
        connection.execute(guarded)
    assert "signature of the guardian · by 13 Oct" in made(own_school)
    assert "signature of the guardian" in own_school.text("s1", "/agreement")
    assert "signature of the guardian" not in own_school.text("m1", "/agreement jonas")


def test_student_and_mentor_see_the_days_and_what_they_owe_and_no_more(own_school: School):
    assert "There is none at the moment." in own_school.text("s1", "/agreement")
    made(own_school)
    student = own_school.text("s1", "/agreement")
    assert "unpaid agreement (SAO), 14 Oct" in student
    assert "Still asked of you:\n⚠ signature of the student · by 13 Oct" in student
    assert "company" not in student
    mentor = own_school.text("m1", "/agreement jonas")
    assert "safety at the work post" in mentor
    assert "signature of the student" not in mentor
    assert "the coach follows them" in own_school.text("t1", "/agreement")
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "☐ signature of the student")
    assert own_school.text("s1", "/agreement").endswith("Nothing more is asked of you.")


def test_nobody_else_makes_ticks_or_ends(own_school: School):
    made(own_school)
    codes = ("Aa:1", "Ah:1:200", "Aw:1", "Ad:1", "Am:1:20261101:20270630", "Au:1",
             "Ak:1:insured:yes", "As:1", "Ap:1:0", "Ar:1:mentor", "Ae:1",
             "Ao:1:20261020")  # fmt: skip
    for who in ("s1", "m1", "t1"):
        for code in codes:
            (shown,) = own_school.tap_code(who, code)
            assert shown.text == "That agreement is not one of yours.", code
    assert "⚠ insurance against accidents at work" in own_school.text("c1", "/agreement jonas")


def test_who_owes_something_is_reminded_once_a_day_in_their_hours(own_school: School):
    made(own_school)
    said = own_school.tapped("c1", "remind the mentor")
    assert said.startswith("I remind Karim Haddad, in their hours.\nAgreement for Jonas Peeters")
    assert "once a day is enough" in own_school.tapped("c1", "remind the mentor")
    own_school.later(hours=3)
    tick(own_school)
    (heard,) = told(own_school, "m1", "reminder")
    assert heard.startswith(
        "For the unpaid agreement (SAO) for Jonas Peeters at Elektro bv this is still asked of you:"
    )
    assert "safety at the work post" in heard
    assert "signature of the school" not in heard
    own_school.later(days=1)
    own_school.say("c1", "/agreement jonas")
    assert "I remind Jonas Peeters" in own_school.tapped("c1", "remind the student")
    own_school.tap("c1", "☐ signature of the student")
    own_school.later(hours=4)
    arrived = tick(own_school)
    assert "s1" not in arrived  # nothing is asked of the student any more


def test_an_agreement_ends_early_or_with_the_placement_and_is_renewed(own_school: School):
    made(own_school)
    own_school.tap("c1", "it ends early …")
    assert "Nothing was stored: it ends early on one of its own days" in own_school.text(
        "c1", "1/9/2027"
    )
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "it ends early …")
    assert "It ends on 20 Oct" in own_school.text("c1", "20/10/2026")
    assert "It holds until its last day." in own_school.tapped("c1", "↩ Undo")
    own_school.later(days=230)  # 1 June
    listed = own_school.text("c1", "/agreement")
    assert "ends on 30 Jun" in listed
    own_school.say("c1", "/agreement jonas")
    own_school.tap("c1", "renew it")
    assert own_school.buttons("c1")[0].startswith("1 Jul")
    shown = own_school.tapped("c1", own_school.buttons("c1")[0])
    assert "unpaid agreement (SAO), 1 Jul" in shown
    assert "renew it" not in own_school.buttons("c1")
    assert "Taken back, with its checklist." in own_school.tapped("c1", "↩ Undo")
    with own_school.engine.begin() as connection:
        stops = update(placement).values(stopped_on="2027-06-10").where(placement.c.id == 1)
        connection.execute(stops)
    shown = own_school.text("c1", "/agreement jonas")
    assert "14 Oct 2026 – 10 Jun" in shown
    assert "The placement stops, and so does the agreement." in shown
    own_school.later(days=10)
    listed = own_school.text("c1", "/agreement")
    assert listed.startswith("2 agreements are missing.\n")
    assert "· Jonas Peeters at Elektro bv: the placement is over" in listed


def test_hours_and_days_that_cannot_be_are_refused_and_leave_nothing(own_school: School):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/agreement jonas")
    assert "a number up to 60, such as 19.5" in own_school.text("c1", "75")
    own_school.say("c1", "/agreement jonas")
    own_school.say("c1", "16")
    own_school.tap("c1", "make the SAO")
    assert "Nothing was stored: an agreement ends after it begins" in own_school.text(
        "c1", "1/9/2026 until 30/6/2034"
    )
    assert "There is none yet." in own_school.text("c1", "/agreement jonas")
    assert "How many hours a week" in (
        own_school.tap("c1", "other hours a week …")
        and own_school.tapped("c1", "20")
        and own_school.tapped("c1", "↩ Undo")
        and own_school.tapped("c1", "other hours a week …")
    )


def test_in_dutch_the_whole_way_can_be_typed(dutch_school: School):
    stands_in(dutch_school, Setting.COMPULSORY)
    for line in ("/overeenkomst jonas", "19,5 uur", "de SAO opmaken", "14/10/2026 tot 30/6/2027"):
        said = dutch_school.text("c1", line)
    assert "onbetaalde overeenkomst (SAO)" in said
    assert "handtekening van het bedrijf" in said


def test_what_is_missing_stands_on_the_desk_and_its_button_opens_it(own_school: School):
    made(own_school)
    desk = own_school.text("c1", "/desk")
    assert "training plan and 5 more · agreement" in desk
    assert desk.count("· agreement") == 1
    assert desk.count("recognition of Elektro bv") == 1  # once, and not as a step as well
    assert "recognition of the workplace" not in desk
    opens = next(label for label in own_school.buttons("c1") if "training plan and" in label)
    assert own_school.tapped("c1", opens).startswith("Agreement for Jonas Peeters at Elektro bv")


@pytest.mark.parametrize(
    "said",
    ["nineteen and a half", "negentien en een half uur", "dix-neuf heures et demie par semaine",
     "neunzehneinhalb Stunden pro Woche", "19½"],
)  # fmt: skip
def test_hours_are_typed_in_words(own_school: School, said: str):
    stands_in(own_school, Setting.COMPULSORY)
    own_school.say("c1", "/agreement jonas")
    assert "Needed at 19.5 hours a week: unpaid" in own_school.text("c1", said)
