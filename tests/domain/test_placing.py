"""What was said in a chat keeps the platform's order, whatever times its parts tell."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.placing import is_newer, place

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TIMES = st.integers(0, 86_400_000).map(lambda passed: NOON + timedelta(milliseconds=passed))


def heard(said):
    """Put what comes in, by number and time, in its place; gives when each counts as said."""
    newest, times = None, {}
    for number, at in said:
        placed = place(number, at, newest)
        newest = placed if is_newer(placed, newest) else newest
        times[number] = placed.at
    return times


@settings(max_examples=60)
@given(st.lists(TIMES, max_size=12))
def test_what_comes_in_order_counts_in_order(times):
    counted = list(heard(enumerate(times)).values())
    assert counted == sorted(set(counted))
    assert all(placed >= at for placed, at in zip(counted, times, strict=True))


@settings(max_examples=60)
@given(TIMES, TIMES)
def test_of_two_the_order_counts_also_where_the_later_comes_first(first, second):
    there = heard([(8, second), (7, first)])
    assert there[7] < there[8] == second


def test_numbers_that_begin_elsewhere_after_a_week_tell_no_order():
    week = timedelta(days=8)
    assert heard([(900, NOON), (5, NOON + week), (6, NOON + week)]) == {
        900: NOON,
        5: NOON + week,
        6: NOON + week + timedelta(microseconds=1),
    }
