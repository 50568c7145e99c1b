"""When somebody may be spoken to: wall clocks, days off, and the two nights of the year."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.telling.hours import Hours, Rhythm

ZONES = ("Europe/Brussels", "America/New_York", "Asia/Kolkata")
NATIONAL = date(2026, 7, 21)


def works(day: date) -> bool:
    return day.weekday() < 5 and day != NATIONAL


def rhythm(zone: str = "Europe/Brussels", hours: Hours = Hours.DAY) -> Rhythm:
    return Rhythm(zone, hours, works)


def local(zone: str, *when: int) -> datetime:
    year, month, day, hour, minute = (*when, 0, 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def brussels(*when: int) -> datetime:
    return local("Europe/Brussels", *when)


@pytest.mark.parametrize(
    ("when", "allowed"),
    [
        ((2026, 10, 14, 11, 59), False),
        ((2026, 10, 14, 12, 0), True),
        ((2026, 10, 14, 13, 29), True),
        ((2026, 10, 14, 13, 30), False),
        ((2026, 10, 14, 16, 30), True),
        ((2026, 10, 14, 20, 0), False),
        ((2026, 10, 17, 12, 30), False),
        ((2026, 7, 21, 12, 30), False),
    ],
)
def test_the_usual_hours_on_working_days(when, allowed):
    assert rhythm().allows(brussels(*when)) is allowed


@pytest.mark.parametrize("night", [(2026, 3, 29), (2026, 10, 25)])
@pytest.mark.parametrize("zone", ZONES)
def test_noon_is_noon_on_both_sides_of_a_night_that_moves_the_clock(night, zone):
    always = Rhythm(zone, Hours.NOON, lambda _day: True)
    for by in (-1, 0, 1):
        (noon,) = always.stretches(date(*night) + timedelta(days=by))
        assert noon.begins.astimezone(ZoneInfo(zone)).time() == time(12)
        assert noon.ends - noon.begins == timedelta(minutes=90)


def test_the_next_allowed_instant():
    assert rhythm().next_allowed(brussels(2026, 10, 14, 12, 7)) == brussels(2026, 10, 14, 12, 7)
    assert rhythm().next_allowed(brussels(2026, 10, 14, 13, 30)) == brussels(2026, 10, 14, 16, 30)
    assert rhythm().next_allowed(brussels(2026, 10, 16, 20)) == brussels(2026, 10, 19, 12)
    assert rhythm().next_allowed(brussels(2026, 7, 20, 21)) == brussels(2026, 7, 22, 12)


def test_when_hours_begin_next():
    assert rhythm().next_beginning(brussels(2026, 10, 14, 11)) == brussels(2026, 10, 14, 12)
    assert rhythm().next_beginning(brussels(2026, 10, 14, 12)) == brussels(2026, 10, 14, 16, 30)
    assert rhythm().next_beginning(brussels(2026, 10, 16, 17)) == brussels(2026, 10, 19, 12)
    with pytest.raises(ValueError, match="no working day"):
        Rhythm("UTC", Hours.DAY, lambda _day: False).next_beginning(brussels(2026, 10, 14))


def test_a_day_off_falls_back_to_the_working_day_before():
    assert rhythm().first_of(date(2026, 7, 21)) == brussels(2026, 7, 20, 12)
    assert rhythm(hours=Hours.EVENING).first_of(date(2026, 10, 18)) == brussels(
        2026, 10, 16, 16, 30
    )


def test_the_last_stretch_before_a_lesson():
    assert rhythm().last_before(brussels(2026, 10, 14, 8, 30)) == brussels(2026, 10, 13, 16, 30)
    assert rhythm().last_before(brussels(2026, 10, 14, 14)) == brussels(2026, 10, 14, 12)
    assert rhythm().last_before(brussels(2026, 10, 19, 8, 30)) == brussels(2026, 10, 16, 16, 30)


def test_where_nobody_ever_works_there_is_no_answer():
    idle = Rhythm("Europe/Brussels", Hours.DAY, lambda _day: False)
    for ask in (idle.next_allowed, idle.last_before):
        with pytest.raises(ValueError, match="no working day"):
            ask(brussels(2026, 10, 14, 12))
    with pytest.raises(ValueError, match="no working day"):
        idle.first_of(date(2026, 10, 14))


INSTANTS = st.integers(0, 730 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(INSTANTS, st.sampled_from(ZONES), st.sampled_from(sorted(Hours)))
def test_the_next_allowed_instant_is_allowed_and_nothing_before_it_is(at, zone, hours):
    theirs = rhythm(zone, hours)
    found = theirs.next_allowed(at)
    assert found >= at
    assert theirs.allows(found)
    step = at
    while step < found:
        assert not theirs.allows(step)
        step += timedelta(minutes=30)
