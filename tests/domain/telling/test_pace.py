"""Token buckets: no stretch of time ever holds more than its rate allows."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.telling.pace import LIMITS, Bucket, Limits, Pace, Rate

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
SECOND = timedelta(seconds=1)

rates = st.integers(1, 40).flatmap(
    lambda most: st.builds(
        Rate, st.just(most), st.sampled_from([0.5, 1, 7, 60]), st.integers(1, most)
    )
)


@given(rates, st.lists(st.integers(0, 3_000_000), min_size=1, max_size=80))
def test_no_stretch_of_time_holds_more_than_the_rate(rate, pauses):
    bucket, now, sent = Bucket(rate), AT, []
    for pause in pauses:
        now += timedelta(microseconds=pause)
        while bucket.tokens(now):
            bucket.take(now)
            sent.append(now)
    stretch = timedelta(seconds=rate.seconds)
    for index, first in enumerate(sent):
        within = [at for at in sent[index:] if at < first + stretch]
        assert len(within) <= rate.most


@given(rates, st.integers(1, 40))
def test_a_token_is_there_exactly_when_it_was_said_to_be(rate, taken):
    bucket = Bucket(rate)
    bucket.take(AT, min(taken, rate.burst))
    wait = bucket.free_in(AT)
    assert (wait == timedelta()) == (bucket.tokens(AT) >= 1)
    assert bucket.tokens(AT + wait) >= 1
    if wait:
        assert bucket.tokens(AT + wait - timedelta(microseconds=1)) <= 0


def test_a_clock_set_back_stops_nobody_for_long():
    bucket = Bucket(Rate(1, 1))
    bucket.take(AT)
    assert bucket.free_in(AT - timedelta(hours=1)) == SECOND


def test_tokens_come_back_one_by_one():
    bucket = Bucket(Rate(30, 1, burst=6))
    assert bucket.tokens(AT) == 6
    bucket.take(AT, 6)
    assert bucket.tokens(AT) == 0
    assert bucket.tokens(AT + SECOND / 5) == 5
    assert bucket.full(AT + SECOND)


def test_a_burst_beyond_the_rate_is_refused():
    with pytest.raises(ValueError, match="burst"):
        Rate(3, 1, burst=4)


def test_groups_of_telegram_are_slower():
    telegram = LIMITS["telegram"]
    assert telegram.of_chat("-100123") == (Rate(1, 1), Rate(20, 60, burst=5))
    assert telegram.of_chat("100123") == (Rate(1, 1),)
    assert LIMITS["slack"].of_chat("-C1") == (Rate(1, 1),)


def test_a_group_gets_twenty_a_minute():
    pace, now, sent = Pace(LIMITS["telegram"]), AT, []
    while now < AT + timedelta(minutes=10):
        if "-1" not in pace.resting(now):
            pace.take(["-1"], now)
            sent.append(now)
        now += timedelta(milliseconds=100)
    assert all(second - first >= SECOND for first, second in pairwise(sent))
    minute = timedelta(minutes=1)
    assert max(sum(start <= at < start + minute for at in sent) for start in sent) <= 20
    assert len(sent) > 150


def test_chats_that_have_all_tokens_are_forgotten():
    pace = Pace(Limits(bot=Rate(100, 1, burst=100), chat=Rate(1, 1)))
    pace.take((str(number) for number in range(100)), AT)
    assert len(pace.resting(AT + SECOND / 2)) == 100
    assert pace.resting(AT + SECOND) == {}
    assert pace._chats == {}
