"""The class council meets when all has ended: what is still seen and recorded then, and by whom."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.periods.period import Dates
from bot.domain.telling.hours import Hours, Rhythm
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import hear, told, works
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.decided import photograph
from tests.dialogues.evaluating.test_decision import write_down
from tests.dialogues.evaluating.test_shortfall import NOMINATED, PEOPLE, _asked
from tests.dialogues.joining.test_ended import end
from tests.dialogues.school import FRAMEWORK, School, buttons_of, roster

__all__ = ["own_school"]


def ended(school: School) -> School:
    """Take the last photo, and let all placements end the day after it."""
    photograph(school, last=True, points="45")
    school.later(days=1)
    return end(school, "jonas", "noor", "nicolas")


def heard_next(school: School) -> dict[str, str]:
    """Let everybody hear in their hours what they are told."""
    rhythm = Rhythm("Europe/Brussels", Hours.DAY, works)
    school.later(seconds=(rhythm.next_allowed(school.at) - school.at).total_seconds() + 1)
    hear(school)
    return {who: "\n".join(told(school, who, "reminder")) for who in PEOPLE}


def test_the_day_after_it_is_recorded_corrected_noted_as_told_and_seen(school: School):
    ended(school)
    shown = school.text("c1", "/deliberation jonas")
    assert "45 of 100 = 45 %" in shown
    assert "; you look back on it for the class council." in shown
    assert "Nothing was recorded yet" in school.tapped("c1", "the decision")
    write_down(school, "record the decision", "qualified")
    assert "Recorded. Tell Jonas yourself" in school.tapped("c1", "record it")
    write_down(school, "correct it", "goes on with the programme")
    school.tap("c1", "record it")
    for who in ("t1", "c1"):
        assert "decided: goes on" in school.text(who, "/decision jonas")
    assert "goes on" not in school.text("s1", "/decision")
    school.say("c1", "/decision jonas")
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "Els Wouters")
    assert "From now on Jonas sees the decision" in school.tapped("c1", "today")
    assert "decided: goes on with the programme" in school.text("s1", "/decision")
    assert "goes on" in school.text("s1", "/deliberation")
    assert "What you take along" in school.text("s1", "/endview")


def test_the_council_opens_its_pages_and_nothing_else(own_school: School):
    school = ended(own_school)
    for who in ("t1", "c1"):
        (page,) = school.say(who, "/council jonas")
        assert "It is the page as it can be handed round, without goals." in page.text
        assert "with all that I may read" not in buttons_of([page])
        listed = school.text(who, "/council 6E")
        assert "Jonas: " in listed
        assert "Noor: " in listed
        assert "45 of 100 = 45 %" in school.text(who, "/deliberation 6E")
        for shut in ("/report jonas", "/film jonas", "/photo jonas", "/endview jonas",
                     "jonas 8.1 v", "/score jonas", "/notes jonas 8", "/log jonas"):  # fmt: skip
            said = school.text(who, shut)
            assert "8 Marks out" not in said, shut
            assert "Jonas · " not in said, shut
    for said in ("/deliberation jonas", "/decision jonas", "/council jonas", "/council 6E"):
        answer = school.text("m1", said)
        assert "45" not in answer
        assert "Acquired" not in answer
    assert school.scores == 0


def test_a_button_of_before_goes_on_for_the_council_and_for_nobody_else(own_school: School):
    school = own_school
    photograph(school, last=True, points="45")
    (result,) = school.say("m1", "/deliberation jonas")
    (council,) = school.say("t1", "/council jonas")
    of_mentor, of_teacher = (
        next(own["code"] for row in shown.buttons for own in row if own["label"] == label)
        for shown, label in ((result, "as it stands now"), (council, "the whole class"))
    )
    end(school, "jonas", "noor")
    assert "45" not in school.tap_code("m1", of_mentor)[0].text
    assert "Jonas: " in school.tap_code("t1", of_teacher)[0].text
    assert "45" not in school.tap_code("m2", of_mentor)[0].text


def test_no_result_is_entered_and_no_rule_is_stated_through_it(own_school: School):
    school = ended(own_school)
    assert "cannot be entered" in school.text("c1", "/deliberation jonas 90/100")
    labels = buttons_of(school.say("c1", "/deliberation jonas"))
    assert not [own for own in labels if "rule" in own or "enter" in own]
    assert "90" not in school.text("c1", "/deliberation jonas")


def test_after_a_school_year_nobody_looks_back(own_school: School):
    school = ended(own_school)
    school.later(days=299)
    assert "45 of 100" in school.text("t1", "/deliberation jonas")
    school.later(days=2)
    for who in ("t1", "c1"):
        for said in ("/deliberation jonas", "/decision jonas", "/council jonas"):
            assert "45" not in school.text(who, said)


@pytest.mark.parametrize("last", [True, False])
def test_what_the_photo_of_the_last_day_says_reaches_who_decides(own_school: School, last: bool):
    school = own_school
    school.later(hours=9)
    photograph(school, last=last, points="40")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        lives = [own for who in ("s1", "s2", "s3") for own in uow.endings.list_of_student(
            school.people[who].person_id)]  # fmt: skip
        uow.endings.end([life.id for life in lives], school.at + timedelta(hours=5))
    heard = heard_next(school)
    for who in ("t1", "c1"):
        assert (NOMINATED if last else "Below the mark to reach at work") in heard[who]
        assert "Jonas: " in heard[who]
        assert "There is time until" not in heard[who]
    for who in ("m1", "m2", "s1"):
        assert "work" not in heard[who]
        assert "Jonas" not in heard[who]


def test_who_stopped_long_before_is_not_among_the_class_and_found_by_name(own_school: School):
    school = end(own_school, "jonas")
    school.later(days=29)  # not a holiday
    photograph(school, last=True, share=True)
    school.later(days=1)
    assert "Of 2 students no result at work is known." in heard_next(school)["c1"]
    assert "Jonas" not in school.text("c1", "/council 6E")
    assert "Jonas" not in school.text("c1", "/deliberation 6E")
    assert "Acquired, of 3:" in school.text("c1", "/council jonas")


def test_whom_is_meant_is_asked_among_those_who_left_too(own_school: School):
    school = ended(own_school)
    asked = school.say("t1", "/decision")
    assert "Which student is this about?" in asked[0].text
    assert "Nothing was recorded yet" in school.tapped(
        "t1", next(own for own in buttons_of(asked) if "Noor" in own)
    )
    assert "Noor Aziz · " in school.text("t1", "/decision")  # of whom it is about by now
    assert "Noor Aziz · " in school.text("t1", "/deliberation noor")


def test_a_coach_is_asked_once_whether_the_student_was_told(own_school: School):
    school = own_school
    photograph(school, last=True)
    end(school, "jonas")
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    school.tap("c1", "record it")
    question = "Did somebody tell Jonas what the council decided on 14 October 2026?"
    assert _asked(school, question, days=7) == ["c1"]
    assert not _asked(school, question, days=3)
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "Lien Martens")
    assert "From now on Jonas sees the decision" in school.text("c1", "14 October")


def test_this_years_state_comes_first_and_last_years_decision_below_it(own_school: School):
    school = own_school
    photograph(school, last=True)
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "goes on with the programme")
    school.tap("c1", "record it")
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "Lien Martens")
    school.tap("c1", "today")
    school.later(days=300)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        opens = school.at - timedelta(days=5)
        period = add_period(uow, 1, 1, "Four", Dates(opens, school.at + timedelta(hours=1)))
        uow.periods.change(replace(period, last=True))
    for who, state in (("c1", "it was not taken yet."), ("s1", "told to you by a person")):
        shown = school.text(who, "/decision jonas" if who == "c1" else "/decision")
        assert 0 < shown.index(state) < shown.index("The decision of before:")
        assert shown.index("The decision of before:") < shown.index("decided: goes on")
    school.later(hours=2)
    hear(school)
    shown = school.text("t1", "/decision jonas")
    assert 0 < shown.index("Nothing was recorded yet") < shown.index("decided: goes on")
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    shown = school.tapped("c1", "record it")
    assert "The decision of before:" not in shown
    assert shown.index("decided: qualified") < shown.index("Before that, on 14 October 2026")


def test_a_student_who_goes_on_elsewhere_still_reads_it_and_takes_it_along(own_school: School):
    school = ended(own_school)
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    school.tap("c1", "record it")
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "Els Wouters")
    school.tap("c1", "today")
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        import_framework(uow.catalogue, 1, replace(FRAMEWORK, code="ELEC-2"))
        (own,) = uow.catalogue.list_organisations()
        assert isinstance(own, OrganisationRow)
        row = replace(roster()[0], framework="ELEC-2", class_group="7E")
        assert not import_roster(uow.catalogue, own, [row]).rejected
    asked = school.say("s1", "/decision")
    assert len(buttons_of(asked)) == 3  # both, and none of them
    told_of = []
    for label in buttons_of(asked)[:2]:
        school.later(hours=1)  # it is about nobody any more
        school.say("s1", "/decision")
        told_of.append(school.tapped("s1", label))
    assert sum("decided: qualified" in text for text in told_of) == 1
    assert "decided" not in school.text("s1", "/deliberation")
