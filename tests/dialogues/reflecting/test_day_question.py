"""The question of a workplace day: whether it comes, when the day or the week changes meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.domain.periods.period import Dates
from bot.domain.telling.errands import ErrandKind
from bot.ports.telling.errands import NewErrand
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick, tick_through
from tests.dialogues.reflecting.asking import BRUSSELS, Talk, founded
from tests.dialogues.reflecting.test_reflect_own import MONDAY


@pytest.fixture
def talk(school_engine: Engine) -> Talk:
    school = founded(school_engine)
    school.at = MONDAY
    tick(school)
    return Talk(school)


def asked_at(talk: Talk, hours: float = 15) -> list[str]:
    """Let time pass; gives the times at which Jonas got a message, by his clock."""
    seen = []
    for _half_hour in range(int(2 * hours)):
        if "s1" in tick_through(talk.school, 0.5):
            seen.append(f"{talk.school.at.astimezone(BRUSSELS):%H:%M}")
    return seen


def at_noon(talk: Talk, kind: ErrandKind) -> None:
    """Leave Jonas something to be told at noon, of use until three o'clock."""
    school, jonas = talk.school, talk.school.people["s1"]
    noon = MONDAY + timedelta(hours=4)
    errand = NewErrand(
        jonas.organisation_id, jonas.person_id, kind, "x", noon, noon + timedelta(hours=3), 1
    )
    with school.engine.begin() as connection:
        school.unit(connection).errands.give([errand])


def test_a_message_that_says_nothing_leaves_the_question_for_its_hour(talk: Talk):
    at_noon(talk, ErrandKind.OPENED)  # of a period that is not there
    assert asked_at(talk) == ["17:00"]


def test_a_message_that_says_something_takes_the_place_of_the_question(talk: Talk):
    with talk.school.engine.begin() as connection:
        dates = Dates(MONDAY, datetime(2026, 12, 18, 15, tzinfo=UTC))
        add_period(talk.school.unit(connection), 1, 1, "One", dates)
    at_noon(talk, ErrandKind.OPENED)
    assert asked_at(talk) == ["12:00"]


def test_a_day_switched_off_counts_for_today(talk: Talk):
    school = talk.school
    school.say("s1", "/reflect week")
    (monday,) = (label for label in school.buttons("s1") if label.endswith("Mon"))
    school.tap("s1", monday)
    assert asked_at(talk) == []


def test_a_day_switched_off_and_on_again_keeps_its_question(talk: Talk):
    school = talk.school
    for tapped in ("☑ Mon", "☐ Mon"):
        school.say("s1", "/reflect week")
        school.tap("s1", tapped)
        tick(school)
    assert asked_at(talk) == ["17:00"]


@pytest.mark.parametrize("hour", ["12:30", "21:00"])
def test_another_hour_counts_for_today(talk: Talk, hour):
    talk.school.say("s1", "/reflect week")
    talk.school.tap("s1", hour)
    assert asked_at(talk) == [hour]


def test_after_the_question_another_hour_counts_from_tomorrow(talk: Talk):
    assert asked_at(talk, 10) == ["17:00"]
    talk.school.say("s1", "/reflect week")
    talk.school.tap("s1", "21:00")
    assert asked_at(talk, 28) == ["21:00"]
    assert talk.school.at.day == 13


def test_who_wants_little_from_now_on_is_asked_nothing_today(talk: Talk):
    talk.school.say("s1", "/settings")
    talk.school.tap("s1", "light: only the last reminder")
    assert asked_at(talk) == []
