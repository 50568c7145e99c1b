"""When something with a date is told: soon, near and late, by the days that the school works."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dated import Dated, Head, Matter
from bot.domain.desk.steps import DeskStep, is_weekday, key_of, span_from, step_of, wants
from bot.domain.telling.holidays import SchoolDays, SchoolHoliday
from bot.domain.telling.profiles import Profile

MONDAY = date(2026, 12, 7)
DAYS = SchoolDays(is_weekday, (SchoolHoliday(date(2026, 12, 21), date(2027, 1, 3)),))
OWED = Dated(Matter.VISIT_OWED, MONDAY, 1)


def due(day: date | None, matter: Matter = Matter.VISIT_OWED) -> Dated:
    return replace(OWED, due_on=day, matter=matter)


def test_days_off_behind_the_last_go_along():
    span = span_from(date(2026, 12, 16), DAYS)
    assert span.near == date(2027, 1, 4)  # 17, 18, and the first day behind the holiday
    assert span_from(MONDAY, DAYS).near == date(2026, 12, 10)
    assert span_from(MONDAY, DAYS).soon == date(2027, 1, 4)
    assert span_from(MONDAY, DAYS).shown == date(2027, 1, 4)
    assert span_from(date(2026, 11, 2), DAYS).shown == date(2026, 11, 16)


@pytest.mark.parametrize(
    ("day", "step"),
    [
        (MONDAY - timedelta(days=1), DeskStep.LATE),
        (MONDAY, DeskStep.NEAR),
        (date(2026, 12, 10), DeskStep.NEAR),
        (date(2026, 12, 11), DeskStep.SOON),
        (date(2027, 1, 4), DeskStep.SOON),
        (date(2027, 1, 5), DeskStep.AHEAD),
        (None, DeskStep.AT_ONCE),
    ],
)
def test_what_is_told_of_a_day(day: date | None, step: DeskStep | None):
    assert step_of(due(day), span_from(MONDAY, DAYS)) is step


def test_what_its_coach_planned_is_told_when_it_is_near_and_of_a_photo_nothing():
    span = span_from(MONDAY, DAYS)
    assert step_of(due(date(2026, 12, 15), Matter.TALK), span) is None
    assert step_of(due(MONDAY, Matter.TALK), span) is DeskStep.NEAR
    assert step_of(due(MONDAY, Matter.PHOTO), span) is None
    assert step_of(due(date(2027, 6, 1), Matter.OWN), span) is None


def test_who_wants_little_hears_of_what_is_near_or_late():
    assert [step for step in DeskStep if wants(Profile.LIGHT, step)] == [
        DeskStep.NEAR,
        DeskStep.LATE,
        DeskStep.AT_ONCE,
    ]
    assert all(wants(Profile.STANDARD, step) for step in DeskStep)


def test_another_day_is_another_thing_to_tell():
    assert key_of(OWED) == "visit_owed:1:2026-12-07"
    assert key_of(due(MONDAY + timedelta(days=1))) != key_of(OWED)


def test_a_note_stands_under_its_own_head():
    assert replace(OWED, matter=Matter.OWN, under=Head.CONTRACTS).head is Head.CONTRACTS
    assert OWED.head is Head.VISITING


@given(st.dates(date(2026, 9, 1), date(2027, 8, 31)), st.dates(date(2026, 9, 1), date(2027, 8, 31)))
def test_whatever_is_near_or_soon_stands_on_the_desk(today: date, day: date):
    span = span_from(today, DAYS)
    if step_of(due(day), span) in (DeskStep.NEAR, DeskStep.SOON):
        assert day <= span.shown


@given(st.dates(date(2026, 9, 1), date(2027, 8, 31)))
def test_each_day_is_near_on_some_working_day_before_or_on_it(day: date):
    before = (day - timedelta(days=ahead) for ahead in range(30))
    assert any(
        DAYS(then) and step_of(due(day), span_from(then, DAYS)) is DeskStep.NEAR for then in before
    )
