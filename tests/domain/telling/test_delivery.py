"""What becomes of a message after each attempt."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.telling.delivery import (
    LONGEST_ORDER,
    LONGEST_WAIT,
    MOST_ATTEMPTS,
    OPEN,
    UNREACHABLE,
    DeliveryError,
    DeliveryState,
    DeliveryStep,
    Later,
    NotReached,
    Permanent,
    RefusalReason,
    Sent,
    Try,
    Unknown,
    backoff,
    makes_unreachable,
    step_after,
)

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
FIRST = Try(1, AT, None, 0.0)
HALF = timedelta(seconds=0.5)

outcomes = st.one_of(
    st.builds(Sent, st.text(max_size=5)),
    st.builds(Later, st.none() | st.floats(-10, 1e12)),
    st.builds(Permanent, st.sampled_from(RefusalReason)),
    st.just(NotReached()),
    st.just(Unknown()),
)
tries = st.builds(
    Try,
    st.integers(1, MOST_ATTEMPTS * 2),
    st.just(AT),
    st.none() | st.integers(1, 10**6).map(lambda seconds: AT + timedelta(seconds=seconds)),
    st.floats(0, 1),
)

TABLE = {
    Sent("7"): DeliveryStep(DeliveryState.SENT),
    Later(): DeliveryStep(DeliveryState.PENDING, DeliveryError.LATER, HALF),
    Later(30): DeliveryStep(DeliveryState.PENDING, DeliveryError.LATER, timedelta(seconds=30)),
    NotReached(): DeliveryStep(DeliveryState.PENDING, DeliveryError.NOT_REACHED, HALF),
    Unknown(): DeliveryStep(DeliveryState.UNKNOWN, DeliveryError.TIMED_OUT),
    Permanent(RefusalReason.BLOCKED): DeliveryStep(DeliveryState.DEAD, RefusalReason.BLOCKED),
    Permanent(RefusalReason.GONE): DeliveryStep(DeliveryState.DEAD, RefusalReason.GONE),
    Permanent(RefusalReason.REFUSED): DeliveryStep(DeliveryState.DEAD, RefusalReason.REFUSED),
}


@pytest.mark.parametrize(("outcome", "step"), TABLE.items())
def test_the_first_attempt(outcome, step):
    assert step_after(DeliveryState.SENDING, outcome, FIRST) == step


@given(outcomes, tries, st.sampled_from(sorted(set(DeliveryState) - OPEN)))
def test_what_is_not_open_stays_as_it_is(outcome, tried, state):
    assert step_after(state, outcome, tried) == DeliveryStep(state)


@given(outcomes, tries)
def test_nothing_stays_under_way_and_only_what_was_surely_not_taken_comes_again(outcome, tried):
    step = step_after(DeliveryState.SENDING, outcome, tried)
    assert step.state is not DeliveryState.SENDING
    assert (step.state is DeliveryState.SENT) == isinstance(outcome, Sent)
    assert (step.state is DeliveryState.UNKNOWN) == isinstance(outcome, Unknown)
    if step.state is DeliveryState.PENDING:
        assert isinstance(outcome, Later | NotReached)
    assert bool(step.error) == (step.state is not DeliveryState.SENT)


@given(outcomes, tries)
def test_what_waits_waits_long_enough_and_not_beyond_its_sense(outcome, tried):
    step = step_after(DeliveryState.SENDING, outcome, tried)
    if step.state is not DeliveryState.PENDING:
        assert step.wait == timedelta()
        return
    assert timedelta() < step.wait <= max(LONGEST_WAIT, LONGEST_ORDER)
    assert tried.attempts < MOST_ATTEMPTS
    assert tried.expires_at is None or AT + step.wait < tried.expires_at
    if isinstance(outcome, Later) and outcome.retry_after is not None:
        ordered = min(outcome.retry_after, LONGEST_ORDER.total_seconds())
        assert step.wait >= timedelta(seconds=ordered)


def test_too_many_and_too_late_are_dead():
    many = Try(MOST_ATTEMPTS, AT, None, 0.0)
    assert step_after(DeliveryState.SENDING, Later(), many) == DeliveryStep(
        DeliveryState.DEAD, DeliveryError.TOO_MANY
    )
    late = Try(1, AT, AT + timedelta(seconds=20), 0.0)
    assert step_after(DeliveryState.SENDING, Later(20), late) == DeliveryStep(
        DeliveryState.DEAD, DeliveryError.EXPIRED
    )
    assert step_after(DeliveryState.SENDING, Later(19), late).state is DeliveryState.PENDING


@given(st.integers(0, 10**9), st.floats(0, 1))
def test_waits_double_up_to_a_cap_and_jitter_takes_at_most_half(attempts, jitter):
    longest = backoff(attempts, 1.0)
    assert longest / 2 <= backoff(attempts, jitter) <= longest <= LONGEST_WAIT
    assert backoff(attempts + 1, jitter) >= backoff(attempts, jitter)


def test_a_message_is_tried_for_about_a_day():
    whole = sum((backoff(attempt, 0.5) for attempt in range(1, MOST_ATTEMPTS)), timedelta())
    assert timedelta(hours=12) < whole < timedelta(hours=36)


@given(outcomes)
def test_who_cannot_be_reached(outcome):
    known = isinstance(outcome, Permanent) and outcome.reason in UNREACHABLE
    assert makes_unreachable(outcome) == known


@pytest.mark.parametrize("seconds", [float("nan"), float("inf")])
def test_a_wait_that_is_no_number_is_refused(seconds):
    with pytest.raises(ValueError, match="retry_after"):
        Later(seconds)
