"""The question of a workplace day: whether it comes, when the day or the week changes meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from bot.ports.errands import NewErrand
from bot.use_cases.keep_periods import Dates, add_period
from tests.dialogues.clock import tick, tick_through
from tests.dialogues.reflecting import BRUSSELS, Talk, founded
from tests.dialogues.test_reflect_own import MONDAY


@pytest.fixture
def talk(engine: Engine) -> Talk:
    school = founded(engine)
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


def at_noon(talk: Talk, kind: str) -> None:
    """Give Jonas something to be told at noon, of use until three o'clock."""
    school, jonas = talk.school, talk.school.people["s1"]
    noon = MONDAY + timedelta(hours=4)
    one = NewErrand(
        jonas.organisation_id, jonas.person_id, kind, "x", noon, noon + timedelta(hours=3), 1
    )
    with school.engine.begin() as connection:
        school.unit(connection).errands.give([one])


def test_a_message_that_says_nothing_leaves_the_question_for_its_hour(talk: Talk):
    at_noon(talk, "opened")  # of a period that is not there
    assert asked_at(talk) == ["17:00"]


def test_a_message_that_says_something_takes_the_place_of_the_question(talk: Talk):
    with talk.school.engine.begin() as connection:
        dates = Dates(MONDAY, datetime(2026, 12, 18, 15, tzinfo=UTC))
        add_period(talk.school.unit(connection), 1, 1, "One", dates)
    at_noon(talk, "opened")
    assert asked_at(talk) == ["12:00"]
