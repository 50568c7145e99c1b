"""Times of the week as people write them, and the lessons before and after an instant."""

from datetime import UTC, datetime, time

import pytest

from bot.domain.planning.lessons import LessonTime, NoTime, lesson_after, lesson_before, read_times

BRUSSELS = "Europe/Brussels"
MONDAY, THURSDAY = LessonTime(0, time(8, 30)), LessonTime(3, time(13, 0))


def works(day):
    return day.weekday() < 5 and (day.month, day.day) != (11, 11)


def at(*when: int) -> datetime:
    year, month, day, hour, minute = (*when, 0, 0)[:5]
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "mon 8:30, thu 13:00",
        "Maandag 8u30; do 13.00",
        "LUNDI 8h30 | jeudi 13:00",
        "Mo 08:30, Donnerstag 13:00, mon 8:30,",
    ],
)
def test_times_are_read_in_four_languages(written):
    assert read_times(written) == [MONDAY, THURSDAY]


@pytest.mark.parametrize(
    "written", ["8:30", "mon", "mon 25:00", "mon 8:60", "someday 8:30", "mon 8:30 thu 9:00"]
)
def test_what_is_no_time_is_refused(written):
    with pytest.raises(NoTime):
        read_times(written)


def test_more_than_anybody_teaches_is_refused():
    with pytest.raises(NoTime):
        read_times(", ".join(f"mon {hour}:{minute:02}" for hour in range(6) for minute in range(4)))


def test_nothing_is_no_time_at_all():
    assert read_times("  ") == []


def test_the_next_and_the_former_lesson():
    times = [MONDAY, THURSDAY]
    tuesday = at(2026, 10, 13, 10)
    assert lesson_after(times, tuesday, BRUSSELS, works) == at(2026, 10, 15, 11)
    assert lesson_before(times, tuesday, BRUSSELS, works) == at(2026, 10, 12, 6, 30)
    assert lesson_after([], tuesday, BRUSSELS, works) is None


def test_a_lesson_that_begins_now_is_neither():
    now = at(2026, 10, 12, 6, 30)
    assert lesson_after([MONDAY], now, BRUSSELS, works) == at(2026, 10, 19, 6, 30)
    assert lesson_before([MONDAY], now, BRUSSELS, works) == at(2026, 10, 5, 6, 30)


def test_days_off_have_no_lesson():
    wednesday = LessonTime(2, time(9))
    assert lesson_after([wednesday], at(2026, 11, 9), BRUSSELS, works) == at(2026, 11, 18, 8)


def test_the_wall_clock_counts_over_the_autumn_night():
    before, after = at(2026, 10, 20), at(2026, 10, 27)
    assert lesson_after([MONDAY], before, BRUSSELS, works) == at(2026, 10, 26, 7, 30)
    assert lesson_before([MONDAY], after, BRUSSELS, works) == at(2026, 10, 26, 7, 30)
