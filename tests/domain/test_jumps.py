"""A clock that went far ahead is right where another bears it out, and wrong where none does."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.jumps import Beat, Others, is_suspect, is_wrong

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
        # A platform's clock is no machine of ours; the database may stand on this one.
        (LAST, RESTARTED, Others(database=[THEN], platforms=[TWO_DAYS]), False),
        (LAST, RESTARTED, Others(database=[TWO_DAYS], platforms=[THEN]), True),
        (LAST, JUMPED, Others(database=[YEAR]), True),
        # What was wrong was the clock of before.
        (LAST, JUMPED, Others(platforms=[YEAR]), False),
        # Wrong from the very first tick on.
        (None, Beat(YEAR), Others(database=[THEN]), True),
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
    assert is_suspect(None, Beat(YEAR), ALLOWED, Others(database=[THEN]))
