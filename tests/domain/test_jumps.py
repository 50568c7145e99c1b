"""A clock that went far ahead is right where others bear it out, and wrong where none does."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.jumps import (
    Beat,
    Others,
    is_asked,
    is_suspect,
    is_wrong,
    noted,
    run_on,
    trusted_now,
    trusted_still,
)

THEN = datetime(2026, 11, 2, 12, tzinfo=UTC)
ALLOWED = timedelta(hours=24)
HOUR = 3600.0
LAST = Beat(THEN, "a", 10 * HOUR)
TWO_DAYS = THEN + timedelta(hours=48)
YEAR = THEN + timedelta(days=365)

ASLEEP = Beat(TWO_DAYS, "a", 58 * HOUR)
RESTARTED = Beat(TWO_DAYS, "b", 0.1 * HOUR)
YEAR_MORE = timedelta(days=365)
JUMPED = Beat(YEAR, "a", 10 * HOUR)


@pytest.mark.parametrize(
    ("last", "beat", "others", "wrong"),
    [
        (LAST, Beat(THEN + timedelta(seconds=20), "a", 10 * HOUR), Others(), False),
        (LAST, Beat(THEN + ALLOWED, "b", 0), Others(), False),
        (LAST, Beat(THEN - timedelta(days=99), "a", 10 * HOUR), Others(), False),
        (None, Beat(YEAR), Others(), False),
        # It was asleep, which the time since it started counts.
        (LAST, ASLEEP, Others(), False),
        (LAST, JUMPED, Others(), True),
        # It was off for two days: another clock says so, or nobody does.
        (LAST, RESTARTED, Others(), True),
        (LAST, RESTARTED, Others(database=[TWO_DAYS]), False),
        (LAST, RESTARTED, Others(platforms=[TWO_DAYS]), False),
        (LAST, RESTARTED, Others(database=[THEN]), True),
        (LAST, RESTARTED, Others(platforms=[THEN]), True),
        # A database on this machine is no other clock; one that shows less is.
        (LAST, RESTARTED, Others(database=[TWO_DAYS], near=True), True),
        (LAST, RESTARTED, Others(database=[THEN], near=True), True),
        (LAST, RESTARTED, Others(database=[TWO_DAYS], platforms=[TWO_DAYS], near=True), False),
        (LAST, RESTARTED, Others(database=[TWO_DAYS], platforms=[THEN], near=True), True),
        (LAST, ASLEEP, Others(database=[TWO_DAYS], near=True), False),
        # Of two that contradict each other the earlier decides, of more the most.
        (LAST, RESTARTED, Others(database=[THEN], platforms=[TWO_DAYS]), True),
        (LAST, RESTARTED, Others(database=[THEN], platforms=[YEAR]), True),
        (LAST, RESTARTED, Others(platforms=[TWO_DAYS, THEN]), True),
        (LAST, RESTARTED, Others(database=[TWO_DAYS], platforms=[TWO_DAYS, THEN]), False),
        (LAST, RESTARTED, Others(database=[THEN], platforms=[YEAR, THEN]), True),
        (LAST, RESTARTED, Others(database=[TWO_DAYS], platforms=[THEN]), True),
        (LAST, JUMPED, Others(database=[YEAR]), True),
        # What was wrong was the clock of before.
        (LAST, JUMPED, Others(platforms=[YEAR]), False),
        # Wrong from the very first tick on.
        (None, Beat(YEAR), Others(database=[THEN]), True),
        (None, Beat(YEAR), Others(platforms=[THEN]), True),
        (None, Beat(YEAR), Others(platforms=[YEAR]), False),
        (None, Beat(YEAR), Others(database=[YEAR], near=True), False),
        (None, Beat(YEAR), Others(silent=True), True),
        (None, Beat(YEAR), Others(database=[THEN], trusted=YEAR - THEN), False),
        (LAST, Beat(YEAR, "b"), Others(platforms=[THEN], trusted=YEAR - THEN), False),
        (LAST, Beat(YEAR + YEAR_MORE, "b"), Others(platforms=[THEN], trusted=YEAR - THEN), True),
    ],
)
def test_what_bears_a_clock_out(last: Beat | None, beat: Beat, others: Others, *, wrong: bool):
    assert is_wrong(last, beat, ALLOWED, others) is wrong


def test_a_platform_is_asked_only_where_something_is_odd():
    assert not is_suspect(LAST, Beat(THEN + ALLOWED), ALLOWED, Others(database=[THEN]))
    assert is_suspect(LAST, ASLEEP, ALLOWED, Others())
    assert is_suspect(None, Beat(THEN), ALLOWED, Others())
    assert is_suspect(None, Beat(YEAR), ALLOWED, Others(database=[THEN]))


def test_small_jumps_add_up_to_a_large_one():
    last, believed = LAST, []
    for jump in range(1, 61):
        at = THEN + timedelta(hours=23 * jump, seconds=20 * jump)
        beat = Beat(at, "a", 10 * HOUR + 20 * jump)
        if not is_wrong(last, beat, ALLOWED, Others()):
            believed.append(jump)
            last = noted(last, beat, agreed=False)
    assert believed == [1]


@pytest.mark.parametrize("hours", [-23, 0, 23])
def test_what_others_agreed_to_is_counted_from_again(hours: int):
    stepped = Beat(THEN + timedelta(hours=hours + 1), "a", 11 * HOUR)
    assert noted(LAST, stepped, agreed=True) == stepped
    kept = noted(LAST, stepped, agreed=False)
    assert (kept.at, kept.up) == (stepped.at, (11 + max(hours, 0)) * HOUR)
    # Back and ahead again is no jump ahead.
    assert not is_suspect(kept, Beat(THEN + timedelta(hours=2), "a", 12 * HOUR), ALLOWED, Others())


def test_what_a_person_trusted_falls_to_what_others_show():
    year = Beat(YEAR)
    assert trusted_now(year, ALLOWED, Others(platforms=[THEN])) == YEAR_MORE
    agreed = Others(platforms=[THEN], trusted=YEAR_MORE)
    assert trusted_still(Beat(THEN + ALLOWED), ALLOWED, agreed) == timedelta(0)
    assert trusted_still(Beat(TWO_DAYS), ALLOWED, agreed) == timedelta(hours=48)
    assert trusted_still(Beat(YEAR + YEAR_MORE), ALLOWED, agreed) == YEAR_MORE
    unknown = Others(database=[THEN], trusted=YEAR_MORE, silent=True)
    assert trusted_still(Beat(THEN), ALLOWED, unknown) == YEAR_MORE


def test_the_platforms_are_asked_hourly_while_a_clock_is_trusted():
    soon, later = Beat(THEN + timedelta(minutes=59)), Beat(THEN + timedelta(minutes=60))
    trusted = Others(trusted=YEAR_MORE)
    asked = [is_asked(LAST, beat, ALLOWED, trusted) for beat in (soon, later)]
    assert asked == [False, True]
    assert not is_asked(LAST, later, ALLOWED, Others())


def test_a_held_clock_goes_on_as_it_was_last_believed():
    minute_later = Beat(YEAR, "a", 10 * HOUR + 60)
    assert run_on(LAST, minute_later) == THEN + timedelta(minutes=1)
    assert run_on(LAST, Beat(YEAR, "b", 60)) is None
    assert run_on(Beat(THEN), Beat(YEAR)) is None
