"""How often a question comes unasked: no lesson days, one open at a time, fewer if unanswered."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import Engine, select

from bot.domain.planning.lessons import LessonTime
from bot.storage.tables import answer, asked, class_group, person, placement, track
from tests.dialogues.clock import tick
from tests.dialogues.reflecting.asking import BRUSSELS, Talk, founded

MONDAY = datetime(2026, 8, 31, 8, tzinfo=UTC)
MON, TUE, WED, THU, FRI = range(5)
EVERY_DAY_AGAIN = "every workplace day again"


@pytest.fixture
def talk(school_engine: Engine) -> Talk:
    school = founded(school_engine)
    school.at = MONDAY
    return Talk(school)


def evenings(talk: Talk, days: int) -> Iterator[tuple[date, str]]:
    """Let days pass, each with a tick just after five; yields each with what Jonas got."""
    for _day in range(days):
        here = talk.school.at.astimezone(BRUSSELS)
        talk.school.at = datetime.combine(here.date(), time(17, 1), BRUSSELS).astimezone(UTC)
        yield here.date(), "\n".join(message.text for message in tick(talk.school).get("s1", ()))
        talk.school.later(days=1)


def asked_on(talk: Talk, days: int) -> dict[date, str]:
    """Let days pass, in which Jonas answers nothing; gives those on which a question came."""
    return {day: text for day, text in evenings(talk, days) if text}


def answered_on(talk: Talk, days: int) -> list[date]:
    """Let days pass, in which Jonas answers every question; gives those on which one came."""
    found = []
    for day, text in evenings(talk, days):
        if text:
            found.append(day)
            answers(talk)
    return found


def teaches_on(talk: Talk, *weekdays: int) -> None:
    """Let Els teach 6E in the morning of these days."""
    school, els = talk.school, talk.school.people["t1"]
    with school.engine.begin() as connection:
        group = connection.execute(
            select(class_group.c.id).where(class_group.c.name == "6E")
        ).scalar_one()
        times = [LessonTime(day, time(8, 30)) for day in weekdays]
        school.unit(connection).lessons.set_times(els.organisation_id, group, els.person_id, times)


def open_questions(talk: Talk) -> int:
    with talk.school.engine.begin() as connection:
        answered = select(answer.c.asked_id).where(answer.c.asked_id.is_not(None))
        waiting = (
            select(asked.c.id)
            .join(track, track.c.id == asked.c.track_id)
            .where(
                track.c.student_id == talk.school.people["s1"].person_id,
                asked.c.skipped_at.is_(None),
                ~asked.c.id.in_(answered),
            )
        )
        return len(connection.execute(waiting).all())


def keys_of(talk: Talk) -> dict[int, str]:
    """The keys of the questions that Jonas was asked, by their ids."""
    with talk.school.engine.begin() as connection:
        rows = connection.execute(
            select(asked.c.id, asked.c.key)
            .join(track, track.c.id == asked.c.track_id)
            .where(track.c.student_id == talk.school.people["s1"].person_id)
            .order_by(asked.c.at)
        )
        return {row.id: row.key for row in rows}


def answers(talk: Talk) -> None:
    talk.taps("s1", "answer")
    talk.school.say("s1", "It went as I meant it to go")
    talk.taps("s1", "done")


def test_nothing_is_asked_on_a_lesson_day(talk: Talk):
    teaches_on(talk, MON, THU)
    days = answered_on(talk, 14)
    assert [day.weekday() for day in days] == [TUE, WED, FRI] * 2


def test_a_lesson_day_that_is_a_workplace_day_too_is_said_by_a_tap(talk: Talk):
    teaches_on(talk, MON, THU)
    shown = talk.school.text("s1", "/reflect week")
    assert "Tue, Wed and Fri, at 17:00" in shown
    assert "Mon and Thu" in shown  # the lesson days, on which nothing is asked
    assert "Mon, Tue, Wed and Fri, at 17:00" in talk.school.tapped("s1", "☐ Mon")
    assert MONDAY.date() in asked_on(talk, 1)
    assert "Tue, Wed and Fri, at 17:00" in talk.school.tapped("s1", "☑ Mon")


def test_another_time_leaves_lesson_days_alone(talk: Talk):
    teaches_on(talk, MON)
    talk.school.say("s1", "/reflect week")
    assert "Tue, Wed, Thu and Fri, at 16:00" in talk.school.tapped("s1", "16:00")
    assert asked_on(talk, 1) == {}


def test_a_lesson_added_in_the_afternoon_counts_for_today(talk: Talk):
    tick(talk.school)
    teaches_on(talk, MON)
    assert asked_on(talk, 1) == {}


def test_one_question_is_open_at_a_time(talk: Talk):
    for _day in evenings(talk, 21):
        assert open_questions(talk) <= 1
    assert open_questions(talk) == 1
    talk.school.say("s1", "/reflect")
    assert open_questions(talk) == 1


def test_unanswered_questions_come_twice_a_week_then_weekly_and_go_on(talk: Talk):
    days = list(asked_on(talk, 77))
    assert days[:3] == [MONDAY.date() + timedelta(days=n) for n in range(3)]
    weeks = [day.isocalendar()[1] for day in days[3:]]
    assert weeks.count(weeks[0]) == 2  # twice a week …
    weekly = days[6:]
    assert all(timedelta(6) <= later - day <= timedelta(8) for day, later in pairwise(weekly))
    assert MONDAY.date() + timedelta(days=77) - days[-1] <= timedelta(8)  # … never dropped
    assert len(days) <= 16


@pytest.mark.parametrize("days", [{MON, TUE}, {WED, THU, FRI}, {FRI}, {MON, THU}, {5, 6}])
def test_twice_a_week_in_any_week(talk: Talk, days):
    talk.school.say("s1", "/reflect week")
    for label in talk.school.buttons("s1")[:7]:
        on, name = label.split()
        weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].index(name)
        if (on == "☑") != (weekday in days):
            talk.school.tap("s1", label)
    found = list(asked_on(talk, 56))
    assert {day.weekday() for day in found} <= days
    weeks = [day.isocalendar()[1] for day in found]
    assert set(weeks) == set(range(min(weeks), min(weeks) + 8))  # in each week
    assert all(weeks.count(week) <= 2 for week in set(weeks[3:]) - {weeks[2]})
    assert all(weeks.count(week) == 1 for week in set(weeks[6:]) - {weeks[5]})


def test_one_tap_brings_every_day_back(talk: Talk):
    asked_on(talk, 3)
    assert EVERY_DAY_AGAIN not in talk.school.buttons("s1")
    fewer = asked_on(talk, 8)
    assert len(fewer) == 2
    first, second = fewer.values()
    assert "twice a week" in first
    assert "twice a week" not in second  # it was said, and the button stays
    talk.school.tap("s1", EVERY_DAY_AGAIN)
    talk.until(MON, 9)
    assert len(asked_on(talk, 3)) == 3
    assert EVERY_DAY_AGAIN not in talk.school.buttons("s1")


def test_the_week_says_how_often_and_brings_it_back(talk: Talk):
    asked_on(talk, 35)
    shown = talk.school.text("s1", "/reflect week")
    assert "once a week" in shown
    talk.school.tap("s1", EVERY_DAY_AGAIN)
    assert "once a week" not in talk.school.text("s1", "/reflect week")


def test_an_answer_brings_every_day_back(talk: Talk):
    asked_on(talk, 35)
    talk.school.say("s1", "/reflect")
    answers(talk)
    assert "once a week" not in talk.school.text("s1", "/reflect week")
    talk.until(MON, 9)
    assert len(asked_on(talk, 3)) == 3


def test_who_answers_is_asked_every_workplace_day(talk: Talk):
    assert len(answered_on(talk, 14)) == 10


def test_a_question_that_was_left_can_still_be_answered(talk: Talk):
    asked_on(talk, 2)
    (first, _second) = keys_of(talk)
    assert "Type your answer" in talk.school.tap_code("s1", f"ra:{first}")[0].text
    assert "Kept" in talk.school.text("s1", "It went well")


def test_the_first_week_introduces_itself(talk: Talk):
    (first,) = asked_on(talk, 1).values()
    assert first.startswith("After a day at work I ask you one question")
    assert "Mon, Tue, Wed, Thu and Fri" in first
    assert "when I ask" in talk.school.buttons("s1")
    (second,) = asked_on(talk, 1).values()
    assert "I ask you one question" not in second
    assert "when I ask" in talk.school.buttons("s1")
    asked_on(talk, 7)
    *week, _monday, after = [talk.school.repertoire.prompts[key] for key in keys_of(talk).values()]
    assert {prompt.on for prompt in week} == {"first"}
    assert after.on != "first"
    assert "when I ask" not in talk.school.buttons("s1")


def test_the_introduction_comes_also_after_a_question_that_was_asked_for(talk: Talk):
    talk.school.say("s1", "/reflect")
    (first,) = asked_on(talk, 2).values()
    assert "After a day at work I ask you one question" in first


@pytest.mark.parametrize(
    ("starts_on", "ends_on"), [("2026-10-01", None), (None, "2026-08-30")], ids=["before", "after"]
)
def test_nothing_is_asked_where_no_workplace_is(talk: Talk, starts_on, ends_on):
    with talk.school.engine.begin() as connection:
        connection.execute(placement.update().values(starts_on=starts_on, ends_on=ends_on))
    assert asked_on(talk, 7) == {}


def test_nothing_is_asked_after_the_last_day_of_a_placement_that_stopped(talk: Talk):
    with talk.school.engine.begin() as connection:
        connection.execute(placement.update().values(stopped_on="2026-08-30"))
    assert asked_on(talk, 7) == {}


@pytest.mark.parametrize("day", [MON, 6])
def test_reflecting_on_a_day_without_work_asks_nothing_of_today(talk: Talk, day):
    teaches_on(talk, MON)
    talk.until(day, 12)
    for _question in range(6):
        text = talk.school.text("s1", "/reflect")
        assert "today" not in text
        talk.taps("s1", "another question")


def test_muting_and_the_light_profile_still_hold(talk: Talk):
    with talk.school.engine.begin() as connection:
        connection.execute(person.update().values(muted=True))
    assert asked_on(talk, 7) == {}
