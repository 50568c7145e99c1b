"""When a talk could be: working days in the coach's own zone, over weekends and changed clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.meetings import FURTHEST, fits, move, propose

ZONE = "Europe/Brussels"
DAY = timedelta(days=1)

START = datetime(2026, 1, 1, tzinfo=UTC)

instants = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(ZONE))


@pytest.mark.parametrize(
    ("moment", "by", "to"),
    [
        (local("2026-10-16 16:00"), DAY, local("2026-10-19 16:00")),
        (local("2026-10-19 16:00"), -DAY, local("2026-10-16 16:00")),
        (local("2026-10-23 16:00"), DAY, local("2026-10-26 16:00")),  # the clocks changed between
        (local("2026-10-16 23:30"), timedelta(hours=1), local("2026-10-19 00:30")),
    ],
)
def test_a_step_goes_over_the_weekend_and_keeps_the_hour(moment, by, to):
    assert move(moment.astimezone(UTC), by, ZONE) == to


@given(instants)
def test_what_is_proposed_is_an_afternoon_within_a_week_on_a_working_day(at):
    moment = propose(at, ZONE)
    there = moment.astimezone(ZoneInfo(ZONE))
    assert (there.hour, there.minute) == (16, 0)
    assert there.weekday() < 5
    assert fits(moment, at)
    assert moment - at < timedelta(days=7)


def test_a_talk_is_to_come_and_within_a_year():
    at = local("2026-10-14 08:00")
    assert not fits(at, at)
    assert fits(at + FURTHEST, at)
    assert not fits(at + FURTHEST + timedelta(minutes=1), at)


def test_what_is_taken_is_not_proposed_again():
    at = local("2026-10-14 10:00")
    first = propose(at, ZONE)
    second = propose(at, ZONE, [first])
    assert second == first + DAY
    assert propose(at, ZONE, [first + timedelta(minutes=59)]) == second
    assert propose(at, ZONE, [first + timedelta(hours=1)]) == first
    assert propose(at, ZONE, [second, first]) == second + DAY
