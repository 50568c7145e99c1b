"""What raises no alert, what a coach may do with one, and what stays with whom."""

import pytest

from bot.ports import Shown
from bot.storage.tables import competence, indicator
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.divergence.settle_divergences import AT_MOST
from tests.dialogues.clock import hear, tick, tick_through, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


@pytest.fixture
def timed(own_school: School) -> School:
    return with_period(own_school)


def alerts(school: School, who: str = "c1") -> list[str]:
    return told(school, who, "alert")


def test_the_sources_case_on_five_indicators_with_nothing_alone(timed: School):
    timed.say("s1", "11 all l")
    timed.say("m1", "jonas 11 all l")
    timed.say("t1", "jonas 11 all x")
    quiet(timed)
    (alert,) = alerts(timed)
    assert "Teacher differs from the two others" in alert


def test_a_half_filled_form_is_no_alert(timed: School):
    timed.say("s1", "10 all v")
    timed.say("t1", "jonas 10 1-6x")
    quiet(timed)
    assert alerts(timed) == []


def test_what_the_workplace_never_offers_is_no_alert(timed: School):
    timed.say("s1", "8 all v")
    timed.say("m1", "jonas 8 all n")
    quiet(timed)
    assert alerts(timed) == []


def test_a_correction_within_ten_minutes_is_no_alert(timed: School):
    all_score(timed)
    timed.later(minutes=9)
    tick(timed)
    timed.say("t1", "jonas 8 all v")
    quiet(timed)
    assert alerts(timed) == []


def test_an_undo_is_no_alert_and_ends_one(timed: School):
    all_score(timed)
    timed.say("t1", "/undo")
    quiet(timed)
    assert alerts(timed) == []
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    assert "✗ not acquired" in alerts(timed)[0]
    timed.say("t1", "/undo")
    quiet(timed)
    assert "Closed by itself" in alerts(timed)[0]


def test_two_raters_at_once_are_waited_for(timed: School):
    timed.say("s1", "8 all v")
    timed.say("t1", "jonas 8 all x")
    timed.later(minutes=6)
    timed.say("m1", "jonas 8.1 v")  # at work on the same student
    timed.later(minutes=6)
    tick(timed)
    assert alerts(timed) == []
    timed.say("t1", "jonas 8 all v")
    quiet(timed)
    assert alerts(timed) == []


def test_done_settles_at_once(timed: School):
    timed.say("s1", "8 all v")
    quiet(timed)
    timed.say("t1", "jonas 8 all x")
    tick(timed)
    assert alerts(timed) == []
    timed.say("t1", "/score jonas")
    timed.tap("t1", next(label for label in timed.buttons("t1") if " 8 " in label))
    timed.tap("t1", "done")
    tick(timed)
    assert len(alerts(timed)) == 1


def test_it_is_told_once_however_often_the_clock_ticks(timed: School):
    all_score(timed)
    quiet(timed)
    assert len(alerts(timed)) == 1
    arrived = tick_through(timed, 3)
    assert "c1" not in arrived
    timed.say("t1", "jonas 8.1 l")  # an update is shown in place
    quiet(timed)
    assert len(alerts(timed)) == 1


def test_the_third_of_a_day_joins_the_second(timed: School):
    for student, mentor in (("s1", "jonas"), ("s2", "noor")):
        for number in (8, 11):
            timed.say(student, f"{number} all v")
            timed.say("m1", f"{mentor} {number} all x")
            quiet(timed)
    first, second = alerts(timed)
    assert first.startswith("⚠")
    assert second.startswith("3 alerts today")
    assert "Noor · 11 Sets boxes" in second
    assert "mentor ✗ not acquired" in timed.tapped("c1", "Noor · 11 Sets boxes · Period 3")
    assert "4 alerts stand open" in timed.text("c1", "/alerts")


def test_nobody_else_is_told_and_nobody_else_may_act(timed: School):
    all_score(timed)
    quiet(timed)
    for who in ("s1", "m1", "t1", "s2"):
        assert alerts(timed, who) == []
        assert "Alerts are for coaches" in timed.text(who, "/alerts")
        assert "The log is for coaches" in timed.text(who, "/log")
        for code in ("av:1", "ak:1", "aq:1:a", "au:1:a", "at:1", "az:1", "ar:1"):
            (answer,) = timed.tap_code(who, code)
            assert answer.text == "That is not with you any more."
    assert "That question is not for you" in timed.tap_code("m2", "an:1")[0].text


def test_the_usual_question_reaches_all_in_their_language(dutch_school: School):
    school = with_period(dutch_school)
    all_score(school)
    quiet(school)
    (alert,) = alerts(school)
    assert "leerkracht ✗ niet verworven (0 van 4)" in alert
    school.tap("c1", "vraag het aan iedereen")
    assert "Gevraagd: " in school.tapped("c1", "stuur de gewone")
    hear(school)
    for who in ("s1", "m1", "t1"):
        (question,) = told(school, who, "question")
        assert "Lien Martens vraagt over" in question
        assert "Hoe zie je het?" in question
        assert "verworven" not in question
    school.tap("m1", "antwoord")
    school.say("m1", "Het ging goed.")
    assert "al beantwoord" in school.tapped("m1", "antwoord")
    hear(school)
    assert "“Het ging goed.”" in alerts(school)[0]
    assert told(school, "t1", "answer") == []


def test_put_off_it_comes_back_after_three_days_if_it_still_stands(timed: School):
    all_score(timed)
    quiet(timed)
    assert "Put off until" in timed.tapped("c1", "put off 3 days")
    assert "put off" in timed.text("c1", "/alerts")
    assert "Put off until" in tick(timed)["c1"][0].text
    assert "c1" not in tick_through(timed, 70)
    (again,) = [message for message in tick_through(timed, 3)["c1"] if message.kind == "alert"]
    assert "✗ not acquired" in again.text


def test_put_off_and_ended_it_does_not_come_back(timed: School):
    all_score(timed)
    quiet(timed)
    timed.tap("c1", "put off 3 days")
    tick(timed)
    timed.say("t1", "jonas 8 all v")
    quiet(timed)
    assert "c1" not in tick_through(timed, 80)


def test_resolved_it_returns_only_when_further_apart(timed: School):
    all_score(timed, teacher="1-3x 4v")
    quiet(timed)
    timed.tap("c1", "resolve …")
    timed.say("c1", "Talked.")
    timed.say("t1", "jonas 8.1 l")
    quiet(timed)
    assert len(alerts(timed)) == 1
    assert "Resolved," in alerts(timed)[0]
    timed.say("t1", "jonas 8 all x")
    quiet(timed)
    assert len(alerts(timed)) == 2


def test_the_agenda_names_the_indicators_and_no_score(timed: School):
    all_score(timed)
    quiet(timed)
    agenda = timed.tapped("c1", "plan a talk")
    assert "8.1 marks 1" in agenda
    assert "Jonas Peeters (student)" in agenda
    assert not set("✗◐✓") & set(agenda)
    assert "Nothing was done about Jonas yet" in timed.text("c1", "/log jonas")


def test_all_that_differs_stands_behind_a_button_in_words(timed: School):
    all_score(timed, student="1-3v 4l")
    quiet(timed)
    shown = timed.tapped("c1", "all that differs")
    assert "8.4 marks 4\nteacher: not shown · student: with support · mentor: alone" in shown
    assert "✗ not acquired" in timed.tapped("c1", "Jonas · 8 Marks out routes · Period 3")
    for who in ("s1", "m1", "t1"):
        assert "not with you" in timed.tap_code(who, "ad:1")[0].text


def test_no_title_is_cut(timed: School):
    long = "Lays " + "conduits with wires in walls and floors " * 4 + "and checks them"
    with timed.engine.begin() as connection:
        connection.execute(competence.update().where(competence.c.number == 8).values(title=long))
        connection.execute(indicator.update().values(text=long))
    all_score(timed)
    quiet(timed)
    said = [alerts(timed)[0], timed.text("c1", "/alerts"), timed.tapped("c1", "plan a talk")]
    timed.tap("c1", "ask: teacher")
    timed.tap("c1", "send the usual one")
    hear(timed)
    for text in [*said, *told(timed, "t1", "question")]:
        assert long in text
        assert "…" not in text


def weeks(arrived: dict[str, list[Shown]]) -> list[Shown]:
    return [message for message in arrived.get("c1", []) if "New this week" in message.text]


def test_the_week_brings_the_small_differences_and_who_is_silent(timed: School):
    timed.say("s1", "10 1-12v 13x")  # apart on one indicator only
    timed.say("m1", "jonas 10 all v")
    quiet(timed)
    assert alerts(timed) == []
    (week,) = weeks(tick_through(timed, 24 * 7))
    assert week.text == (
        "New this week: 1 smaller difference.\n"
        "Jonas · 10 Lays conduits · Period 3: single indicators far apart"
        " · 10.13 lays 13 – student: not shown · mentor: alone"
    )
    assert buttons_of([week]) == [
        "Jonas · 10 Lays conduits · Period 3",
        "all smaller differences",
        "alerts",
    ]
    shown = timed.tapped("c1", "Jonas · 10 Lays conduits · Period 3")
    assert "10.13 lays 13 (✗ / ✓" in shown
    assert "1 smaller difference stands:" in timed.tapped("c1", "all smaller differences")


def test_the_week_does_not_repeat_what_did_not_change(timed: School):
    timed.say("s1", "10 1-12v 13x")
    timed.say("m1", "jonas 10 all v")
    quiet(timed)
    assert len(weeks(tick_through(timed, 24 * 7))) == 1
    assert weeks(tick_through(timed, 24 * 7)) == []
    timed.say("s1", "10 13x")  # the same once more
    quiet(timed)
    assert weeks(tick_through(timed, 24 * 7)) == []
    timed.say("s1", "10 12x")
    quiet(timed)
    (week,) = weeks(tick_through(timed, 24 * 7))
    assert "10.12 lays 12" in week.text


def test_the_week_names_three_and_keeps_the_rest_behind_a_button(timed: School):
    for who, name in (("s1", "jonas"), ("s2", "noor")):
        for number, last in ((8, 4), (10, 13)):
            timed.say(who, f"{number} all v, {last}x")
            timed.say("m1", f"{name} {number} all v")
    quiet(timed)
    (week,) = weeks(tick_through(timed, 24 * 7))
    assert "New this week: 4 smaller differences." in week.text
    assert len(week.text.splitlines()) == 4
    assert len(timed.tapped("c1", "all smaller differences").splitlines()) == 5
    for who in ("s1", "m1", "t1"):
        assert "No smaller differences" in timed.tap_code(who, "al")[0].text


def test_the_week_says_who_is_silent_by_the_title(timed: School):
    timed.later(days=34)
    for number in (8, 11):
        timed.say("s1", f"{number} all v")
        timed.say("m1", f"jonas {number} all v")
    quiet(timed)
    arrived = tick_through(timed, 24 * 5)
    (week,) = weeks(arrived)
    assert "Jonas: no score of the teacher yet on 8 Marks out routes and 1 other" in week.text


def test_many_settle_in_several_transactions(timed: School):
    assert AT_MOST > 1
    for who, name in (("s1", "jonas"), ("s2", "noor"), ("s3", "nicolas")):
        timed.say(who, "8 all v")
        timed.say("t1", f"{name} 8 all x")
    quiet(timed)
    with timed.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        standing = uow.alerts.list_open([1, 2, 3])
    assert len(standing) == 3


def test_the_list_weighs_how_near_the_photo_is_by_now(timed: School):
    all_score(timed)
    quiet(timed)
    assert "\n⚠⚠ Jonas" in timed.text("c1", "/alerts")
    timed.later(days=35)
    assert "\n‼ Jonas" in timed.text("c1", "/alerts")


def test_how_raters_lean_is_for_the_coach_alone(timed: School):
    for student, name in (("s1", "jonas"), ("s2", "noor"), ("s3", "nicolas")):
        for number in (8, 10, 11):
            timed.say(student, f"{number} all l")
            timed.say("m2" if name == "nicolas" else "m1", f"{name} {number} all v")
            timed.say("t1", f"{name} {number} all x, 1v")
    insight = timed.text("c1", "/raters")
    assert "Els Wouters (teacher): more severe, surely between" in insight
    assert "Karim Haddad (mentor): more lenient" in insight
    assert "An Claes (mentor): too little to say anything (3 forms)" in insight
    assert "Karim Haddad – Els Wouters: no number: one of them gives everybody the same" in insight
    assert "Jonas" not in insight
    assert "starts in the trade" in insight
    for who in ("s1", "m1", "t1"):
        assert "This is for coaches" in timed.text(who, "/raters")
