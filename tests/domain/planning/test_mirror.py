"""What a workplace could practise now: one competence, the student's own goal first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.planning.mirror import (
    AGAIN_AFTER,
    PastMirror,
    Practisable,
    begins_week,
    choose_practisable,
)
from bot.domain.scoring.colours import Colour

NOW = datetime(2026, 11, 16, 7, tzinfo=UTC)
SUPPORTED = Practisable(1, 10, 5, Colour.LIGHT_GREEN, Colour.GREY)
RED = Practisable(1, 11, 6, Colour.RED, Colour.RED)


def test_what_stands_lowest_on_campus_comes_first():
    assert choose_practisable([SUPPORTED, RED], [], NOW) is RED


def test_a_goal_of_the_student_comes_before_it():
    wanted = replace(SUPPORTED, goal=True)
    assert choose_practisable([RED, wanted], [], NOW) is wanted


def test_what_never_came_up_at_work_comes_before_what_did():
    met = replace(RED, came_up=True)
    assert choose_practisable([met, SUPPORTED], [], NOW) is SUPPORTED


@pytest.mark.parametrize(
    "unfit",
    [
        replace(RED, campus=Colour.GREY),
        replace(RED, campus=Colour.DARK_GREEN),
        replace(RED, work=Colour.DARK_GREEN),
    ],
)
def test_what_the_campus_does_not_know_or_somebody_sees_done_alone_does_not_fit(unfit):
    assert choose_practisable([unfit], [], NOW) is None


def test_nothing_is_told_twice_within_six_weeks():
    told = PastMirror(1, RED.competence_id, NOW - AGAIN_AFTER + timedelta(minutes=1))
    assert choose_practisable([RED], [told], NOW) is None
    assert choose_practisable([RED], [replace(told, at=NOW - AGAIN_AFTER)], NOW) is RED


def test_students_take_turns():
    other = replace(RED, track_id=2)
    past = PastMirror(1, SUPPORTED.competence_id, NOW - timedelta(days=7))
    assert choose_practisable([RED, other], [past], NOW) is other


def test_the_first_working_day_of_a_week_begins_it():
    monday = date(2026, 11, 9)
    days = [monday + timedelta(days=ago) for ago in range(7)]
    assert [day for day in days if begins_week(day, lambda day: day.weekday() < 5)] == [monday]
    off = {monday, days[1]}
    works = [day for day in days if begins_week(day, lambda day: day not in off)]
    assert works == [days[2]]
