"""What a period tells, when, and until when it is of use."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.periods.period import Period
from bot.domain.periods.reminders import AUDIENCE, Audience, Plan, list_dues
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours, Rhythm
from bot.domain.telling.profiles import Profile

BRUSSELS = ZoneInfo("Europe/Brussels")


def works(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) != (12, 11)


def at(*when: int) -> datetime:
    year, month, day, hour, minute = (*when, 0, 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=BRUSSELS).astimezone(UTC)


RHYTHM = Rhythm("Europe/Brussels", Hours.DAY, works)
PERIOD = Period(1, 1, 1, "One", at(2026, 9, 1), at(2026, 12, 18, 16))


def falls(period=PERIOD, plan=None, rhythm=RHYTHM, taken_at=None):
    """When each thing is due, by its name without the photo's instant."""
    found = list_dues(period, plan or Plan(), rhythm, taken_at)
    return {due.key.partition("@")[0]: due for due in found}


def test_the_default_plan():
    found = falls()
    assert {key: due.due_at for key, due in found.items()} == {
        "opened": at(2026, 9, 1, 12),
        "reminder:14": at(2026, 12, 4, 12),
        "reminder:7": at(2026, 12, 10, 12),  # the 11th is a day off: the working day before
        "reminder:2": at(2026, 12, 16, 12),
        "reminder:0": at(2026, 12, 18, 12),
        "rehearsal:7": at(2026, 12, 10, 12),
        "missing:2": at(2026, 12, 16, 12),
    }
    assert found["reminder:14"].until == at(2026, 12, 10, 12)
    assert found["reminder:0"].until == PERIOD.photo_at
    assert [key for key, due in found.items() if due.last] == ["reminder:0"]


@pytest.mark.parametrize(
    ("photo", "hours", "last"),
    [
        ((2026, 12, 18, 13), "day", (2026, 12, 18, 12)),
        ((2026, 12, 18, 12, 30), "day", (2026, 12, 17, 12)),  # less than an hour before
        ((2026, 12, 18, 16), "evening", (2026, 12, 17, 16, 30)),
        ((2026, 12, 18, 9), "morning", (2026, 12, 18, 7)),
        ((2026, 12, 20, 16), "day", (2026, 12, 18, 12)),  # a Sunday
    ],
)
def test_the_morning_itself_or_the_working_day_before(photo, hours, last):
    period = replace(PERIOD, photo_at=at(*photo))
    rhythm = replace(RHYTHM, hours=hours)
    (found,) = [due for due in list_dues(period, Plan(), rhythm) if due.last]
    assert found.due_at == at(*last)


def test_of_two_that_fall_on_one_day_the_later_counts():
    period = replace(PERIOD, photo_at=at(2026, 12, 14, 16))  # a Monday: two days before is Friday
    found = falls(period, Plan(days=(3, 2, 0)))
    assert "reminder:3" not in found
    assert found["reminder:2"].due_at == at(2026, 12, 10, 12)


def test_what_would_fall_before_the_opening_is_left_out():
    period = replace(PERIOD, opens_at=at(2026, 12, 8))
    assert set(falls(period)) == {
        "opened", "reminder:7", "reminder:2", "reminder:0", "rehearsal:7", "missing:2",
    }  # fmt: skip


def test_without_a_deadline_only_the_opening_is_told():
    assert set(falls(replace(PERIOD, photo_at=None))) == {"opened"}


def test_a_plan_of_a_programme():
    assert set(falls(plan=Plan((), None, None))) == {"opened"}
    assert set(falls(plan=Plan((10,), 3, None))) == {"opened", "reminder:10", "rehearsal:3"}
    assert Plan((0, 7, 7, 14)).days == (14, 7, 0)


def test_another_photo_day_is_another_reminder():
    moved = replace(PERIOD, photo_at=PERIOD.photo_at and PERIOD.photo_at + timedelta(days=7))
    keys = {due.key for due in list_dues(PERIOD, Plan(), RHYTHM)}
    again = {due.key for due in list_dues(moved, Plan(), RHYTHM)}
    assert keys & again == {"opened"}


def test_moves_and_cancellations_are_news_for_a_week():
    changed = at(2026, 10, 14, 21)
    moved = falls(replace(PERIOD, moves=2, changed_at=changed))
    assert moved["moved:2"].due_at == at(2026, 10, 15, 12)
    cancelled = list_dues(
        replace(PERIOD, moves=2, cancelled=True, changed_at=changed), Plan(), RHYTHM
    )
    assert [(due.key, due.kind) for due in cancelled] == [("cancelled:2", ErrandKind.CANCELLED)]


def test_the_photo_is_told_within_the_hours():
    taken = falls(taken_at=PERIOD.photo_at)["taken"]
    assert taken.due_at == at(2026, 12, 18, 16, 30)


def test_light_gets_the_last_reminder_and_what_it_must_know():
    period = replace(PERIOD, moves=1, changed_at=at(2026, 12, 1, 12))
    found = falls(period, taken_at=PERIOD.photo_at)
    assert {key for key, due in found.items() if due.is_for("light")} == {
        "moved:1", "reminder:0", "missing:2",
    }  # fmt: skip
    assert all(due.is_for("standard") and due.is_for("active") for due in found.values())


def test_the_choice_is_told_two_days_before_it_ends():
    period = replace(PERIOD, choose_from=at(2026, 9, 1), choose_until=at(2026, 9, 15))
    assert falls(period)["choose"].due_at == at(2026, 9, 11, 12)  # the 13th is a Sunday


DAYS = st.integers(0, 60)


@given(
    st.integers(1, 300),
    st.integers(0, 23),
    st.sets(DAYS, max_size=6).map(lambda days: Plan(tuple(days), 7, 2)),
    st.sampled_from(sorted(Hours)),
    st.sampled_from(["Europe/Brussels", "America/New_York", "Asia/Kolkata"]),
)
def test_everything_is_due_in_the_hours_before_it_ends_and_reminders_follow_each_other(
    length, hour, plan, hours, zone
):
    photo = PERIOD.opens_at + timedelta(days=length, hours=hour)
    rhythm = Rhythm(zone, hours, works)
    found = list_dues(replace(PERIOD, photo_at=photo), plan, rhythm)
    assert all(rhythm.allows(due.due_at) and due.due_at < due.until for due in found)
    assert all(due.until <= photo for due in found)
    reminders = sorted(
        (reminder for reminder in found if reminder.kind is ErrandKind.REMINDER),
        key=lambda reminder: reminder.due_at,
    )
    for reminder, following in pairwise(reminders):
        assert reminder.until == following.due_at
    lasts = [reminder.last for reminder in reminders]
    assert lasts == [False] * (len(lasts) - 1) + [True] * bool(lasts)


@pytest.mark.parametrize(
    ("last", "kind", "audience"),
    [
        (False, ErrandKind.SHORTFALL, Audience.WARNED),
        (True, ErrandKind.NOMINATED, Audience.COUNCIL),
    ],
)
def test_a_shortfall_is_told_with_the_photo_to_everybody_and_at_the_last_to_who_decides(
    last: bool, kind: ErrandKind, audience: Audience
):
    period, taken_at = replace(PERIOD, last=last), at(2026, 12, 18, 16, 1)
    told = {
        due.kind: due
        for due in list_dues(period, Plan(), RHYTHM, taken_at, ruled=True)
        if due.key in ("taken", "shortfall", "nominated")
    }
    assert set(told) == {ErrandKind.TAKEN, kind}
    assert (told[kind].due_at, told[kind].until) == (
        told[ErrandKind.TAKEN].due_at,
        told[ErrandKind.TAKEN].until,
    )
    assert AUDIENCE[kind] is audience
    assert told[kind].is_for(Profile.LIGHT)
    unruled = list_dues(period, Plan(), RHYTHM, taken_at)
    assert {due.kind for due in unruled}.isdisjoint({kind})
