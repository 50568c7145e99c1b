"""School holidays: nothing of school comes unasked in them, and reminders come before."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import Engine

from bot.domain.periods.period import Dates
from bot.domain.planning.lessons import LessonTime
from bot.domain.telling.holidays import SchoolHoliday
from bot.storage.tables import class_group
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick_through
from tests.dialogues.reflecting.asking import Talk, founded
from tests.dialogues.school import School

AUTUMN = SchoolHoliday(date(2026, 11, 2), date(2026, 11, 8), "Autumn break")
CHRISTMAS = SchoolHoliday(date(2026, 12, 21), date(2027, 1, 3), "Christmas")


@pytest.fixture
def school(school_engine: Engine) -> School:
    return founded(school_engine)


def closes(school: School, *holidays: SchoolHoliday) -> None:
    with school.engine.begin() as connection:
        school.unit(connection).holidays.replace(1, holidays)


def with_period(school: School, photo: datetime) -> None:
    with school.engine.begin() as connection:
        add_period(
            school.unit(connection), 1, 1, "One", Dates(datetime(2026, 9, 1, tzinfo=UTC), photo)
        )


def days_told(school: School, first: date, days: int) -> dict[date, dict[str, str]]:
    """Let days pass, with a tick within each stretch of hours in which anybody may be spoken to.

    Gives what was said to whom on which day, where anything was.
    """
    found: dict[date, dict[str, str]] = {}
    for day in (first + timedelta(days=n) for n in range(days)):
        school.at = datetime.combine(day, time(5), UTC)
        told = tick_through(school, 16, every=2)
        if told:
            found[day] = {
                who: "\n".join(message.text for message in all_) for who, all_ in told.items()
            }
    return found


def test_nobody_is_written_to_in_a_school_holiday(school: School):
    """Questions, reminders, the rehearsal, tips and the overview of the week: none of them."""
    with_period(school, datetime(2026, 11, 10, 15, tzinfo=UTC))
    closes(school, AUTUMN)
    school.say("m1", "jonas 10 all l")
    told = days_told(school, date(2026, 10, 26), 16)
    assert [day for day in told if AUTUMN.holds(day)] == []
    assert date(2026, 10, 30) in told
    assert date(2026, 11, 9) in told


def test_a_reminder_moves_to_the_last_school_day_before(school: School):
    with_period(school, datetime(2026, 11, 9, 15, tzinfo=UTC))  # the first Monday after
    closes(school, AUTUMN)
    told = days_told(school, date(2026, 10, 30), 11)
    assert "10 days until the photo" in told[date(2026, 10, 30)]["m1"]
    assert not any(AUTUMN.holds(day) for day in told)


def test_lessons_in_a_holiday_are_none_and_the_next_one_is_told(school: School):
    closes(school, AUTUMN)
    els = school.people["t1"]
    with school.engine.begin() as connection:
        group = connection.execute(class_group.select().where(class_group.c.name == "6E")).one()
        school.unit(connection).lessons.set_times(
            1, group.id, els.person_id, [LessonTime(2, time(13))]
        )
    told = days_told(school, date(2026, 10, 26), 1)
    school.say("m1", "jonas 10.1 vs")
    told |= days_told(school, date(2026, 10, 27), 7)
    school.say("m1", "jonas 10.2 vs")  # a lesson is told of where something is new
    told |= days_told(school, date(2026, 11, 3), 9)
    lessons = {day: texts["t1"] for day, texts in told.items() if "t1" in texts}
    assert [day for day in lessons if "Lesson with" in lessons[day]] == [
        date(2026, 10, 27),
        date(2026, 11, 10),
    ]


def test_no_question_comes_in_a_holiday_not_even_on_its_saturday(school: School):
    closes(school, AUTUMN)
    talk = Talk(school)
    school.say("s1", "/reflect week")
    school.tap("s1", "☐ Sat")
    told = days_told(school, date(2026, 10, 31), 10)
    assert [day for day, texts in told.items() if "s1" in texts] == [
        date(2026, 10, 31),
        date(2026, 11, 9),
    ]
    talk.until(1, 12)


def test_a_photo_taken_before_a_holiday_is_told_after_it(school: School):
    with_period(school, datetime(2026, 12, 18, 20, tzinfo=UTC))
    closes(school, CHRISTMAS)
    told = days_told(school, date(2026, 12, 18), 18)
    assert not any(CHRISTMAS.holds(day) for day in told)
    assert "The photo of One was taken." in told[date(2027, 1, 4)]["m1"]


def test_a_holiday_read_at_noon_holds_from_then_on(school: School):
    school.at = datetime(2026, 11, 3, 6, tzinfo=UTC)
    tick_through(school, 6)  # planned for five o'clock
    closes(school, AUTUMN)
    assert tick_through(school, 10) == {}


def test_the_settings_say_so(school: School):
    assert "holidays" not in school.text("m1", "/settings")
    closes(school, AUTUMN, CHRISTMAS)
    school.at = datetime(2026, 11, 4, 9, tzinfo=UTC)
    said = (
        "Not in the school holidays either: Autumn break 2 Nov – 8 Nov and Christmas 21 Dec – 3 Jan"
    )
    assert said in school.text("m1", "/settings")
    school.at = datetime(2026, 11, 9, 9, tzinfo=UTC)
    assert "Autumn break" not in school.text("m1", "/settings")


def test_without_holidays_it_goes_on(school: School):
    closes(school, AUTUMN)
    closes(school)
    assert days_told(school, date(2026, 11, 3), 1)


@pytest.mark.parametrize("last", [date(2026, 9, 30), date(2026, 8, 31)])
def test_a_long_summer_stops_no_clock(school: School, last):
    with_period(school, datetime(2026, 11, 10, 15, tzinfo=UTC))
    closes(school, SchoolHoliday(date(2026, 6, 24), last, "Summer"))
    assert days_told(school, date(2026, 7, 20), 3) == {}


def test_reflecting_in_a_holiday_asks_nothing_of_today(school: School):
    closes(school, AUTUMN)
    school.at = datetime(2026, 11, 4, 9, tzinfo=UTC)
    for _question in range(4):
        assert "today" not in school.text("s1", "/reflect")
        school.tap("s1", "another question")
