"""A night's sleep by somebody's clock: around midnight, and when the clocks change."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.days import day_of
from bot.domain.rights.forgetting import (
    LAPSES,
    SLEEP,
    ForgetState,
    Forgetting,
    slept_at,
)

BRUSSELS = "Europe/Brussels"
ZONES = (BRUSSELS, "UTC", "America/St_Johns", "Pacific/Auckland", "Asia/Kathmandu")


@pytest.mark.parametrize(
    ("wished", "slept"),
    [
        # In the afternoon, a minute before midnight, at midnight: the next morning at six.
        (datetime(2026, 10, 14, 13, tzinfo=UTC), datetime(2026, 10, 15, 4, tzinfo=UTC)),
        (datetime(2026, 10, 14, 21, 59, tzinfo=UTC), datetime(2026, 10, 15, 4, tzinfo=UTC)),
        (datetime(2026, 10, 14, 22, 0, tzinfo=UTC), datetime(2026, 10, 15, 4, tzinfo=UTC)),
        # A minute later there are less than six hours until six: the morning after that.
        (datetime(2026, 10, 14, 22, 1, tzinfo=UTC), datetime(2026, 10, 16, 4, tzinfo=UTC)),
        (datetime(2026, 10, 15, 3, 59, tzinfo=UTC), datetime(2026, 10, 16, 4, tzinfo=UTC)),
        # The night in which an hour comes twice is longer: from one o'clock there still are six.
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), datetime(2026, 10, 25, 5, tzinfo=UTC)),
        (datetime(2026, 10, 24, 23, 1, tzinfo=UTC), datetime(2026, 10, 26, 5, tzinfo=UTC)),
        # The one that lacks an hour is shorter: from eleven o'clock on, and no later.
        (datetime(2026, 3, 28, 22, 0, tzinfo=UTC), datetime(2026, 3, 29, 4, tzinfo=UTC)),
        (datetime(2026, 3, 28, 22, 1, tzinfo=UTC), datetime(2026, 3, 30, 4, tzinfo=UTC)),
    ],
)
def test_it_is_six_in_the_morning_after_six_hours(wished: datetime, slept: datetime):
    assert slept_at(wished, BRUSSELS) == slept


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(ZONES),
)
def test_there_always_is_a_night_in_between_and_never_two_days(wished: datetime, zone: str):
    slept = slept_at(wished, zone)
    assert SLEEP <= slept - wished <= timedelta(hours=31)
    night = wished + timedelta(hours=6)
    assert day_of(slept, zone) >= day_of(night, zone)


def test_where_a_wish_stands():
    at = datetime(2026, 10, 14, 8, tzinfo=UTC)
    wish = Forgetting(1, 1, 1, at)
    assert wish.state(at) is ForgetState.WISHED
    assert wish.state(at + LAPSES) is ForgetState.LAPSED
    confirmed = Forgetting(1, 1, 1, at, confirmed_at=at, due_at=at)
    assert confirmed.state(at + LAPSES) is ForgetState.CONFIRMED
    assert Forgetting(1, 1, 1, at, at, at, held_at=at).state(at) is ForgetState.HELD
    assert Forgetting(1, 1, 1, at, at, at, withdrawn_at=at).state(at) is ForgetState.WITHDRAWN
    assert Forgetting(1, 1, 1, at, at, at, erased_at=at).state(at) is ForgetState.ERASED
