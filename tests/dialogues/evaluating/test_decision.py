"""The class council's decision: written down in a few taps, signed, corrected, and told."""

from dataclasses import replace

from bot.domain.evaluating.decisions import DecisionKind, Ruling
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.deciding.record_decision import Recording, record_decision
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.decided import photograph
from tests.dialogues.school import School, buttons_of

__all__ = ["own_school"]


def write_down(school: School, begin: str, what: str) -> str:
    """Write a decision down as Lien, up to the last look at it."""
    school.tap("c1", begin)
    school.tap("c1", what)
    school.tap("c1", "☐ Els Wouters")
    school.tap("c1", "☐ Lien Martens")
    school.tap("c1", "these decided")
    school.tap("c1", "today")
    return school.text("c1", "Jonas showed it at work")


def test_written_down_recorded_signed_and_told_by_a_person(school: School):
    photograph(school, last=True, points="45")
    school.say("c1", "/deliberation jonas")
    assert "Nothing was recorded yet" in school.tapped("c1", "the decision")
    checked = write_down(school, "record the decision", "qualified")
    assert "The class council decided: qualified" in checked
    assert "By Els Wouters and Lien Martens, on " in checked
    assert "cannot be" not in checked  # the shortfall is below 10 points
    recorded = school.tapped("c1", "record it")
    assert "Recorded. Tell Jonas yourself: I do not." in recorded
    assert "Not noted yet: that somebody told Jonas" in recorded
    tick(school)
    assert ", and signed." in school.text("t1", "/decision jonas")
    for _again in range(2):  # nobody is told by the bot, however long it waits
        assert "qualified" not in school.text("s1", "/decision")
        assert "qualified" not in school.text("s1", "/deliberation")
        assert "mentors do not see it" in school.text("m1", "/decision jonas")
        tick(school)
    school.say("c1", "/decision jonas")
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "Els Wouters")
    assert "From now on Jonas sees the decision" in school.tapped("c1", "today")
    seen = school.text("s1", "/decision")
    assert "The class council decided: qualified" in seen
    assert "Why: “Jonas showed it at work”" in seen
    assert "mentors do not see it" in school.text("m1", "/decision jonas")
    assert "decided: qualified" in school.text("s1", "/deliberation")
    assert "decided" not in school.text("m1", "/deliberation jonas")


def test_against_the_method_it_asks_once_more_and_people_decide(school: School):
    photograph(school, last=True, points="40")
    school.say("c1", "/decision jonas")
    checked = write_down(school, "record the decision", "qualified")
    assert "At work: 40 of 100 = 40 %, 10 percentage points below." in checked
    assert "who is 10 percentage points or more below at work cannot be qualified" in checked
    asked = school.tapped("c1", "record it")
    assert "It goes against that. Record it all the same?" in asked
    assert "Nothing was recorded yet" in school.text("t1", "/decision jonas")
    assert "Recorded." in school.tapped("c1", "record it all the same")
    assert "decided: qualified" in school.text("t1", "/decision jonas")


def test_with_it_nothing_is_asked_twice(own_school: School):
    school = own_school
    photograph(school, last=True, points="40")
    school.say("c1", "/decision jonas")
    assert "cannot be qualified" in write_down(school, "record the decision", "not qualified")
    assert "Recorded." in school.tapped("c1", "record it")


def test_a_correction_stands_beside_what_it_corrects_and_is_told_anew(school: School):
    photograph(school, last=True)
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    school.tap("c1", "record it")
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "Lien Martens")
    school.tap("c1", "today")
    write_down(school, "correct it", "goes on with the programme")
    corrected = school.tapped("c1", "record it")
    assert "decided: goes on with the programme" in corrected
    assert "Not noted yet" in corrected
    assert "Before that, on " in corrected
    assert "a record stays" in school.text("c1", "/undo")
    assert "decided: qualified" in school.text("s1", "/decision")
    assert "goes on" not in school.text("s1", "/decision")


def test_typed_where_it_is_not_tapped(own_school: School):
    school = own_school
    photograph(school, last=True)
    school.later(days=3)
    school.say("c1", "/beslissing jonas")
    school.tap("c1", "record the decision")
    school.tap("c1", "another decision …")
    school.say("c1", "Qualified with a partial certificate")
    school.tap("c1", "somebody else …")
    school.say("c1", "Jan Peeters, Mia Claes")
    school.tap("c1", "☑ Jan Peeters")
    school.tap("c1", "☐ Lien Martens")
    school.tap("c1", "these decided")
    assert "Why?" in school.text("c1", "15 October")
    checked = school.text("c1", "8.1 and 8.2 were seen at work")
    assert "decided: “Qualified with a partial certificate”" in checked
    assert "By Lien Martens and Mia Claes, on 15 October 2026." in checked
    school.tap("c1", "another day")
    assert "on 14 October" not in school.tapped("c1", "yesterday")
    assert "Recorded." in school.tapped("c1", "record it")
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "somebody else …")
    school.say("c1", "Mia Claes")
    assert "not later than today" in school.text("c1", "15 October")
    assert "Jonas was told by Mia Claes on 17 October 2026." in school.text("c1", "vandaag")
    assert school.scores == 0


def test_two_coaches_at_once_and_who_is_none(own_school: School):
    school = own_school
    photograph(school, last=True)
    (shown,) = school.say("c1", "/decision jonas")
    begin = shown.buttons[0][0]["code"]
    write_down(school, "record the decision", "qualified")
    school.tap("c1", "record it")
    for who in ("s1", "m1", "t1", "m2"):
        assert "Only a coach" in school.tap_code(who, begin)[0].text
    old = school.tap_code("c1", begin)  # below which nothing was recorded yet
    assert "decided: qualified" in old[0].text


def test_what_another_coach_recorded_meanwhile_stands(own_school: School):
    school = own_school
    photograph(school, last=True)
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "not qualified")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        coach = uow.people.find(school.people["c1"].person_id)
        assert coach is not None
        (track,) = (own for own in uow.tracks.list_of(coach.id) if own.student == "Jonas Peeters")
        ruling = Ruling(DecisionKind.GOES_ON, ("Lien Martens",), school.at.date(), "More time.")
        recording = Recording(uow.photos.list_all()[0], ruling)
        record_decision(uow, coach, track, recording, school.at)
    assert "yours was not. This one stands" in school.tapped("c1", "record it")
    assert "decided: goes on with the programme" in school.text("c1", "/decision jonas")


def test_it_is_noted_as_told_also_where_the_photo_is_the_last_no_more(own_school: School):
    school = own_school
    photograph(school, last=True)
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    school.tap("c1", "record it")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (period,) = uow.periods.list_of(1)
        uow.periods.change(replace(period, last=False))
    assert buttons_of(school.say("c1", "/decision jonas")) == ["Jonas was told …"]


def test_nothing_is_decided_before_the_last_photo(own_school: School):
    school = own_school
    photograph(school, last=False)
    shown = school.say("c1", "/decision jonas")
    assert "after the last photo" in shown[0].text
    assert buttons_of(shown) == []


def test_it_says_what_it_was_made_on_and_that_it_was_changed(own_school: School):
    school = own_school
    photograph(school, last=True, points="45")
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "not qualified")
    school.tap("c1", "record it")
    school.say("m1", "/deliberation jonas 70/100")
    tick(school)
    shown = school.text("t1", "/decision jonas")
    assert "The result at work was then: 45 of 100 = 45 %" in shown
    assert ", and signed." in shown
    with school.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE decision SET kind = 'qualified'")
    for line in ("/decision jonas", "/deliberation jonas"):
        assert "Somebody changed this since it was recorded" in school.text("t1", line)
    assert ", and signed." not in school.text("t1", "/decision jonas")


def test_an_old_button_notes_nothing_of_what_was_corrected(own_school: School):
    school = own_school
    photograph(school, last=True)
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    (recorded,) = school.tap("c1", "record it")
    old = recorded.buttons[0][0]["code"]
    write_down(school, "correct it", "goes on with the programme")
    school.tap("c1", "record it")
    assert "decided: goes on with the programme" in school.tap_code("c1", old)[0].text


def test_nobody_decided_is_not_recorded(own_school: School):
    school = own_school
    photograph(school, last=True)
    school.say("c1", "/decision jonas")
    school.tap("c1", "record the decision")
    school.tap("c1", "qualified")
    assert "does not say yet who decided" in school.tapped("c1", "these decided")
    assert "nothing was stored" in school.tapped("c1", "cancel")
