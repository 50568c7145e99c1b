"""What becomes of an alert when its period ends, and since when it says the views are apart."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.periods.period import Dates
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School

__all__ = ["dutch_school", "own_school"]


@pytest.fixture
def timed(own_school: School) -> School:
    """Period 3 until 23 November, Period 4 from the 30th on."""
    school = with_period(own_school)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        opens = school.at + timedelta(days=47)
        add_period(uow, 1, 1, "Period 4", Dates(opens, opens + timedelta(days=90)))
    return school


def into_period_4(school: School) -> None:
    """Let Period 3 end and Period 4 begin, with a tick after each."""
    for day in (23, 30):
        school.at = max(school.at, datetime(2026, 11, day, 12, tzinfo=UTC))
        tick(school)


def alerts(school: School) -> list[str]:
    return told(school, "c1", "alert")


def test_what_stands_when_its_period_ends_is_carried_on_and_says_so(timed: School):
    all_score(timed)
    quiet(timed)
    timed.later(days=41)
    tick(timed)
    (alert,) = alerts(timed)
    assert "Jonas · 8 Marks out routes · Period 3" in alert
    assert "teacher ✗ not acquired" in alert
    assert "since 14 Oct" in alert
    assert "Carried on: Period 3 has ended, and the views are still apart." in alert
    into_period_4(timed)
    timed.say("t1", "jonas 8.1 x")
    quiet(timed)
    (alert,) = alerts(timed)
    assert "Jonas · 8 Marks out routes · Period 3" in alert
    assert "Carried on: Period 3 has ended, and the views are still apart." in alert
    assert "Period 3" in timed.text("c1", "/alerts")


def test_what_was_settled_does_not_stand_in_the_next_period(timed: School):
    all_score(timed)
    quiet(timed)
    into_period_4(timed)
    timed.say("t1", "jonas 8 all v")
    quiet(timed)
    (alert,) = alerts(timed)
    assert "Closed by itself: a new score ended it" in alert
    assert "No alert stands open" in timed.text("c1", "/alerts")


def test_scored_anew_and_still_apart_it_is_of_the_new_period(timed: School):
    all_score(timed)
    quiet(timed)
    into_period_4(timed)
    all_score(timed)
    quiet(timed)
    (alert,) = alerts(timed)
    assert "Jonas · 8 Marks out routes · Period 4" in alert
    assert "since 14 Oct" in alert
    assert "Carried on" not in alert


def test_what_was_resolved_stays_so_in_the_next_period(timed: School):
    all_score(timed)
    quiet(timed)
    timed.tap("c1", "resolve …")
    timed.say("c1", "Talked.")
    into_period_4(timed)
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    assert "Resolved," in alerts(timed)[0]
    timed.say("s1", "8 all v")
    timed.say("m1", "jonas 8 all v")
    quiet(timed)
    assert len(alerts(timed)) == 1
    assert "Resolved," in alerts(timed)[0]


def test_a_silence_ends_with_its_period(timed: School):
    with timed.engine.begin() as connection:
        StoredUnitOfWork(connection).thresholds.set_chosen(1, 1, {"silence_alert": True})
    timed.later(days=36)
    timed.say("s1", "8 all v")
    timed.say("m1", "jonas 8 all v")
    quiet(timed)
    assert "Teacher has said nothing" in alerts(timed)[0]
    timed.later(days=5)
    tick(timed)
    assert "Closed by itself: its period has ended" in alerts(timed)[0]


def test_since_is_the_day_on_which_the_verdicts_were_opposed(timed: School):
    timed.say("s1", "11 all l")
    timed.say("t1", "jonas 11.1 x")
    timed.later(days=2)  # 16 October: one indicator, and no verdict yet
    timed.say("t1", "jonas 11 all x")
    timed.later(days=3)
    timed.say("s1", "11 all l")  # the same once more
    timed.say("t1", "same 11")
    timed.say("m1", "jonas 11 all l")
    quiet(timed)
    assert "since 16 Oct" in alerts(timed)[0]


def test_what_a_button_below_an_alert_says_is_answered_in_words(dutch_school: School):
    school = with_period(dutch_school)
    assert "begreep ik niet" in school.text("m1", "los op")  # a mentor has none of those buttons
    all_score(school)
    quiet(school)
    assert "Wat is er gedaan" in school.text("c1", "Los op")
    assert "Opgelost" in school.text("c1", "We hebben gepraat.")
    assert "begreep ik niet" in school.text("c1", "los op")


def test_which_alert_is_asked_where_the_words_may_be_about_several(timed: School):
    all_score(timed)
    for who, line in (("s1", "11 all v"), ("m1", "jonas 11 all v"), ("t1", "jonas 11 all x")):
        timed.say(who, line)
    quiet(timed)
    shown = timed.say("c1", "resolve")
    assert "Which one" in shown[0].text
    assert "What was done about Jonas · 11" in timed.tapped(
        "c1", "Jonas · 11 Sets boxes · Period 3"
    )


def test_an_alert_says_when_its_talk_is_planned(timed: School):
    all_score(timed)
    quiet(timed)
    timed.say("c1", "plan a talk")
    timed.say("c1", "/cancel")
    timed.tap("c1", "another moment …")
    timed.say("c1", "2026-10-20 16:00")
    assert " – talk planned Tue 20 Oct, 16:00" in timed.text("c1", "/alerts")
    alert = timed.tapped("c1", "Jonas · 8 Marks out routes · Period 3")
    assert "A talk is planned: Tue 20 Oct, 16:00." in alert
    assert len(alert.splitlines()) == 8
    timed.later(days=8)
    assert " – talk was planned Tue 20 Oct, 16:00" in timed.text("c1", "/alerts")
    log = timed.text("c1", "/log jonas")
    assert "8 Marks out routes · talk planned Tue 20 Oct, 16:00" in log
