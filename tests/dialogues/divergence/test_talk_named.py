"""The talk that is planned about an alert stands wherever the alert is named in a line."""

import pytest

from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.divergence.test_alerts_own import alerts, weeks
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


@pytest.fixture
def timed(own_school: School) -> School:
    return with_period(own_school)


def plan_talk(school: School, when: str) -> None:
    school.tap("c1", "plan a talk")
    school.say("c1", "/cancel")
    school.tap("c1", "another moment …")
    school.say("c1", when)


def test_the_week_names_the_talk_that_is_still_to_come(timed: School):
    all_score(timed)
    quiet(timed)
    plan_talk(timed, "2026-10-22 14:00")
    timed.say("s1", "10 1-12v 13x")
    timed.say("m1", "jonas 10 all v")
    quiet(timed)
    (week,) = weeks(tick_through(timed, 24 * 7))
    assert week.text.splitlines()[-2:] == [
        "1 alert stands open.",
        "Jonas · 8 Marks out routes · Period 3 – talk planned Thu 22 Oct, 14:00",
    ]
    timed.say("s1", "10 12x")
    quiet(timed)
    (week,) = weeks(tick_through(timed, 24 * 7))
    assert "talk" not in week.text  # it has been


def test_alerts_that_share_a_message_name_theirs(timed: School):
    for student, mentor in (("s1", "jonas"), ("s2", "noor")):
        for number in (8, 11):
            timed.say(student, f"{number} all v")
            timed.say("m1", f"{mentor} {number} all x")
            quiet(timed)
    timed.tap("c1", "Noor · 8 Marks out routes · Period 3")
    plan_talk(timed, "2026-10-22 14:00")
    timed.say("m1", "noor 11.1 l")
    quiet(timed)
    gathered = alerts(timed)[1]
    assert "Noor · 8 Marks out routes · Period 3 – talk planned Thu 22 Oct, 14:00" in gathered
    assert gathered.count("talk planned") == 1


def test_two_kinds_of_difference_on_one_competence_have_two_buttons(timed: School):
    for who, line in (("s1", "10 all v"), ("s1", "10.2 r"), ("m1", "jonas 10: 1x 2xn 3-13v")):
        timed.say(who, line)
    quiet(timed)
    (week,) = weeks(tick_through(timed, 24 * 7))
    assert buttons_of([week]) == [
        "Jonas · 10 Lays conduits · Period 3 · how often",
        "Jonas · 10 Lays conduits · Period 3 · single indicators",
        "all smaller differences",
        "alerts",
    ]
