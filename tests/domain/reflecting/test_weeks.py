"""A student's week: the question comes on workplace days, at the student's own time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reflecting.weeks import LOOKED_AHEAD, Week, next_week

MONDAY, TUESDAY, THURSDAY, SATURDAY, SUNDAY = 0, 1, 3, 5, 6
BRUSSELS = "Europe/Brussels"
JONAS = Week(frozenset({MONDAY, THURSDAY}), time(17, 15), BRUSSELS)

zones = st.sampled_from([BRUSSELS, "America/New_York", "Asia/Beirut", "Australia/Lord_Howe"])
instants = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
weeks = st.builds(Week, st.frozensets(st.integers(0, 6), min_size=1), clocks, zones)


def october(day, hour, minute):
    return datetime(2026, 10, day, hour, minute, tzinfo=UTC)


def every_day(day):
    return True


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        (date(2026, 10, 15), (15, 15, 15), (15, 22, 0)),
        # The clocks go back on Sunday the 25th: an hour later in UTC from then on.
        (date(2026, 10, 22), (22, 15, 15), (22, 22, 0)),
        (date(2026, 10, 26), (26, 16, 15), (26, 23, 0)),
    ],
)
def test_the_question_comes_at_the_same_wall_clock_time_all_year(day, begins, ends):
    slot = JONAS.slot(day)
    assert slot is not None
    assert (slot.begins, slot.ends) == (october(*begins), october(*ends))


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        # 02:30 does not exist in the spring night, and comes twice in the autumn night.
        (date(2026, 3, 29), time(2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_both_nights_of_daylight_saving_have_one_slot(day, at, instant):
    slot = Week(frozenset({SUNDAY}), at, BRUSSELS).slot(day)
    assert slot is not None
    assert slot.begins == instant
    hours = 23 if day.month == 3 else 25
    midnight = datetime.combine(day, time(), ZoneInfo(BRUSSELS)).astimezone(UTC)
    assert slot.ends - midnight == timedelta(hours=hours)


def test_there_is_no_question_on_another_day():
    assert JONAS.slot(date(2026, 10, 14)) is None


def test_the_next_slot_skips_days_on_which_the_student_does_not_work():
    after = datetime(2026, 10, 12, 15, 14, tzinfo=UTC)
    assert days(JONAS, after) == [date(2026, 10, 12)]
    at_once = datetime(2026, 10, 12, 15, 15, tzinfo=UTC)
    assert days(JONAS, at_once) == [date(2026, 10, 15)]
    ill = {date(2026, 10, 15), date(2026, 10, 19)}
    assert days(JONAS, at_once, works=lambda day: day not in ill) == [date(2026, 10, 22)]


def days(week, after, works=every_day):
    slot = week.next_slot(after, works)
    return [slot.day] if slot else []


def test_today_is_the_students_own_today():
    week = Week(frozenset({MONDAY}), time(21), "America/New_York")
    # Monday, eight in the evening there, and Tuesday already in UTC.
    assert days(week, datetime(2026, 10, 13, 0, tzinfo=UTC)) == [date(2026, 10, 12)]


def test_a_student_without_workplace_days_is_never_asked():
    assert days(Week(frozenset(), time(17), BRUSSELS), datetime(2026, 9, 1, tzinfo=UTC)) == []
    assert days(JONAS, datetime(2026, 9, 1, tzinfo=UTC), works=lambda day: False) == []


@given(weeks, instants, st.sets(st.integers(0, 40)))
def test_the_next_slot_is_the_first_on_a_day_that_counts(week, after, off):
    today = after.astimezone(ZoneInfo(week.zone)).date()
    away = {today + timedelta(days=day) for day in off}
    slot = week.next_slot(after, lambda day: day not in away)
    assert slot is not None
    assert slot.begins > after
    assert after < slot.begins < slot.ends <= after + timedelta(days=LOOKED_AHEAD)
    local = slot.begins.astimezone(ZoneInfo(week.zone))
    assert local.date() == slot.day
    assert slot.day.weekday() in week.days
    assert slot.day not in away
    earlier = [today + timedelta(days=day) for day in range((slot.day - today).days)]
    missed = [week.slot(day) for day in earlier if day not in away]
    assert all(slot.begins <= after for slot in missed if slot)


@given(instants, zones)
def test_the_next_week_begins_on_a_monday_within_seven_days(at, zone):
    begins = next_week(at, zone)
    local = begins.astimezone(ZoneInfo(zone))
    assert local.weekday() == MONDAY
    assert timedelta() < begins - at <= timedelta(days=7, hours=1)


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        (datetime(2026, 10, 13, 15, tzinfo=UTC), datetime(2026, 10, 18, 22, tzinfo=UTC)),
        # Sunday evening in UTC is Monday in Brussels already.
        (datetime(2026, 10, 18, 22, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_a_goal_is_for_the_week_after_the_one_in_which_it_was_set(at, begins):
    assert next_week(at, BRUSSELS) == begins


def test_what_is_no_week_is_refused():
    with pytest.raises(ValueError, match="0 to 6"):
        Week(frozenset({7}), time(17), BRUSSELS)
    with pytest.raises(ValueError, match="zone"):
        Week(frozenset({SATURDAY, TUESDAY}), time(17, tzinfo=UTC), BRUSSELS)
