"""Months after the end of a track: never before it was announced, and words never go first."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.rights.retention import (
    AHEAD,
    Keeping,
    TrackLife,
    kept_until,
    months_after,
    next_step,
    words_kept_until,
)

ENDED = datetime(2026, 6, 30, 15, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("at", "months", "then"),
    [
        (datetime(2026, 1, 31, tzinfo=UTC), 1, datetime(2026, 2, 28, tzinfo=UTC)),
        (datetime(2027, 12, 31, tzinfo=UTC), 2, datetime(2028, 2, 29, tzinfo=UTC)),
        (datetime(2026, 12, 15, tzinfo=UTC), 1, datetime(2027, 1, 15, tzinfo=UTC)),
        (datetime(2026, 11, 30, tzinfo=UTC), 13, datetime(2027, 12, 30, tzinfo=UTC)),
        (ENDED, 24, datetime(2028, 6, 30, 15, tzinfo=UTC)),
    ],
)
def test_so_many_months_later(at: datetime, months: int, then: datetime):
    assert months_after(at, months) == then


def test_by_default_two_years_and_for_photos_five():
    life = TrackLife(ENDED)
    assert kept_until(life, Keeping()) == datetime(2028, 6, 30, 15, tzinfo=UTC)
    assert words_kept_until(life, Keeping()) == datetime(2031, 6, 30, 15, tzinfo=UTC)


def test_what_was_announced_late_is_kept_for_a_month():
    late = datetime(2029, 1, 1, tzinfo=UTC)
    assert kept_until(TrackLife(ENDED, told_at=late), Keeping()) == late + AHEAD


def test_the_steps_follow_on_one_another():
    keeping = Keeping(12, 24)
    until, words = months_after(ENDED, 12), months_after(ENDED, 24)
    assert next_step(TrackLife(ENDED), keeping) == until - AHEAD
    told = TrackLife(ENDED, told_at=until - AHEAD)
    assert next_step(told, keeping) == until
    assert next_step(TrackLife(ENDED, until - AHEAD, records_erased_at=until), keeping) == words
    gone = TrackLife(ENDED, until, records_erased_at=until, words_erased_at=words)
    assert next_step(gone, keeping) is None


@given(
    st.integers(1, 240),
    st.integers(0, 240),
    st.none() | st.integers(0, 9000),
    st.none() | st.integers(0, 9000),
)
def test_never_before_it_was_announced_nor_before_what_was_asked_for(
    months: int, more: int, told: int | None, longer: int | None
):
    keeping = Keeping(months, min(months + more, 480))
    life = TrackLife(
        ENDED,
        None if told is None else ENDED + told * DAY,
        None if longer is None else ENDED + longer * DAY,
    )
    until = kept_until(life, keeping)
    assert until >= months_after(ENDED, months)
    assert life.told_at is None or until >= life.told_at + AHEAD
    assert life.longer_until is None or until >= life.longer_until
    assert words_kept_until(life, keeping) >= until


@pytest.mark.parametrize(("months", "photos", "fits"), [(24, 60, True), (0, 60, False),
                         (24, 12, False), (24, 24, True), (241, 241, False)])  # fmt: skip
def test_what_can_be_set(months: int, photos: int, fits: bool):
    assert Keeping(months, photos).fits is fits
