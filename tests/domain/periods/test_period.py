"""Evaluation periods: which may stand beside which, and the three that are proposed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.days import opening
from bot.domain.periods.period import (
    Period,
    PeriodRule,
    broken_rule,
    current,
    is_usually_last,
    propose_after,
    propose_periods,
)

OPENS = datetime(2026, 9, 1, tzinfo=UTC)
PHOTO = datetime(2026, 12, 18, 15, tzinfo=UTC)
DAY = timedelta(days=1)
ONE = Period(1, 1, 1, "One", OPENS, PHOTO)
NEXT = Period(2, 1, 1, "Two", PHOTO, PHOTO + 90 * DAY)


def test_periods_may_touch_and_not_overlap():
    assert broken_rule(NEXT, [ONE]) is None
    early = replace(NEXT, opens_at=PHOTO - timedelta(seconds=1))
    assert broken_rule(early, [ONE]) == (PeriodRule.NO_OVERLAP, "One")
    assert broken_rule(replace(ONE, id=3, name="Before"), [NEXT]) is None


def test_nothing_follows_a_period_without_a_deadline():
    endless = replace(ONE, photo_at=None)
    assert broken_rule(endless, []) is None
    assert broken_rule(NEXT, [endless]) == (PeriodRule.NO_OVERLAP, "One")


def test_a_cancelled_one_is_in_nobodys_way():
    assert broken_rule(replace(ONE, id=9), [replace(ONE, cancelled=True)]) is None
    assert broken_rule(ONE, [ONE]) is None


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"name": ""}, PeriodRule.NAMED),
        ({"name": "x" * 41}, PeriodRule.NAMED),
        ({"name": "two"}, PeriodRule.NAME_ONCE),
        ({"photo_at": OPENS + timedelta(hours=23)}, PeriodRule.OPENS_FIRST),
        ({"photo_at": OPENS + 401 * DAY}, PeriodRule.SHORT_ENOUGH),
        ({"choose_from": OPENS}, PeriodRule.CHOICE_INSIDE),
        ({"choose_from": OPENS + DAY, "choose_until": OPENS + DAY}, PeriodRule.CHOICE_INSIDE),
        ({"choose_from": OPENS, "choose_until": PHOTO + DAY}, PeriodRule.CHOICE_INSIDE),
    ],
)
def test_what_a_period_must_keep_to(change, rule):
    broken = broken_rule(replace(ONE, **change), [NEXT])
    assert broken is not None
    assert broken[0] is rule


def test_the_open_period_is_the_one_that_opened_last():
    assert current([ONE, NEXT], OPENS - DAY) is None
    assert current([ONE, NEXT], PHOTO - DAY) == ONE
    assert current([ONE, NEXT], PHOTO) == NEXT  # both: what is scored now is asked anew
    assert current([replace(ONE, cancelled=True)], OPENS) is None
    assert current([replace(ONE, photo_at=None)], PHOTO + 900 * DAY) is not None


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 6, 30), 2025), (date(2026, 7, 1), 2026), (date(2027, 1, 5), 2026)],
)
def test_the_three_of_a_school_year_may_stand_together(today, year):
    zone = "Europe/Brussels"
    usual = enumerate(propose_periods(today, zone), 1)
    found = [Period(number, 1, 1, f"P{number}", *dates) for number, dates in usual]
    assert [broken_rule(period, found) for period in found] == [None] * 3
    opens = [period.opens_at.astimezone(ZoneInfo(zone)) for period in found]
    assert [(at.year, at.month, at.hour) for at in opens] == [
        (year, 9, 0), (year + 1, 1, 0), (year + 1, 4, 0),
    ]  # fmt: skip
    photos = [period.photo_at for period in found if period.photo_at]
    assert {photo_at.astimezone(ZoneInfo(zone)).hour for photo_at in photos} == {16}


def test_the_third_of_the_usual_ones_is_the_last():
    zone = "Europe/Brussels"
    for year in (2026, 2027, 2030):
        usual = propose_periods(date(year, 9, 1), zone)
        assert [is_usually_last(opens, zone) for opens, _photo in usual] == [False, False, True]


def test_no_photo_is_proposed_in_a_weekend():
    for year in range(2025, 2040):
        for _opens_at, photo_at in propose_periods(date(year, 9, 1), "Europe/Brussels"):
            assert photo_at.weekday() < 5


def test_a_day_begins_at_midnight_where_the_school_is():
    assert opening(date(2026, 9, 1), "Europe/Brussels") == datetime(2026, 8, 31, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "at", "opens"),
    [
        ("2026-12-18", "2026-10-01", "2027-01-07"),
        ("2027-06-18", "2027-06-01", "2027-09-01"),
        ("2027-03-20", "2027-03-01", "2027-04-01"),
        ("2020-06-18", "2026-10-01", "2026-09-01"),  # the one that is not over yet
        ("2020-06-18", "2026-12-24", "2027-01-07"),
    ],
)
def test_the_next_of_the_usual_ones_is_proposed(last, at, opens):
    zone = "Europe/Brussels"
    last_at, now = (opening(date.fromisoformat(day), zone) for day in (last, at))
    found, photo_at = propose_after(last_at, now, zone)
    assert found == opening(date.fromisoformat(opens), zone)
    assert photo_at > now
