"""When scorers have finished: with Done, or after ten minutes of silence, and all of them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.divergence.settling import Sitting, all_settle_at, settles_at
from bot.domain.divergence.thresholds import Thresholds

T0 = datetime(2026, 10, 14, 8, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return T0 + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("said", "done", "settled"),
    [(0, None, 10), (0, 0, 0), (0, 2, 2), (3, 2, 13), (0, 11, 10)],
    ids=["silence", "done at once", "done", "went on after done", "done after the silence"],
)
def test_a_scorer_has_finished(said, done, settled):
    sitting = Sitting(at(said), None if done is None else at(done))
    assert settles_at(sitting, Thresholds()) == at(settled)


def test_a_programme_may_wait_longer():
    patient = Thresholds(settle_after=timedelta(minutes=30))
    assert settles_at(Sitting(at(0)), patient) == at(30)


def test_two_at_once_have_finished_when_the_last_one_has():
    mentor, teacher = Sitting(at(0), done_at=at(1)), Sitting(at(0.5))
    assert all_settle_at([mentor, teacher], Thresholds()) == at(10.5)


def test_where_nobody_is_at_work_nothing_settles():
    assert all_settle_at([], Thresholds()) is None


minutes = st.integers(0, 100).map(at)
sittings = st.builds(Sitting, minutes, st.none() | minutes)


@given(sittings)
def test_nobody_has_finished_before_the_last_thing_said_nor_waits_beyond_the_silence(sitting):
    settled = settles_at(sitting, Thresholds())
    assert sitting.said_at <= settled <= sitting.said_at + timedelta(minutes=10)


@given(sittings, st.integers(1, 60))
def test_saying_more_never_ends_it_sooner(sitting, more):
    longer = Sitting(sitting.said_at + timedelta(minutes=more), sitting.done_at)
    done_counts = sitting.done_at is not None and sitting.done_at >= longer.said_at
    assert done_counts or settles_at(longer, Thresholds()) >= settles_at(sitting, Thresholds())
