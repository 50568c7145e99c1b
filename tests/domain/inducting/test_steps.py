"""The five steps: by when each is due, and who reads what was written of one."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis.strategies import dates

from bot.domain.inducting.steps import InductionSession, InductionStep, Starter, reads_words

TEACHER, COACH, OTHER_COACH, SOMEBODY = 1, 2, 3, 4
WHEN = datetime(2026, 9, 1, tzinfo=UTC)


def starter(since: date, starts_on: date | None) -> Starter:
    return Starter(TEACHER, 1, "Els Wouters", since, starts_on)


def test_the_first_two_are_due_before_the_first_day_and_three_in_the_first_weeks():
    own = starter(date(2026, 6, 1), date(2026, 9, 1))
    assert [own.due_by(step) for step in InductionStep] == [
        date(2026, 9, 1),
        date(2026, 9, 1),
        date(2026, 9, 15),
        date(2026, 10, 6),
        date(2026, 10, 27),
    ]


def test_without_a_first_day_it_counts_from_two_weeks_after_the_mark():
    assert starter(date(2026, 6, 1), None).due_by(InductionStep.WELCOME) == date(2026, 6, 15)


@given(dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_step_is_never_due_before_the_one_in_front_of_it(day: date):
    due = [starter(day, None).due_by(step) for step in InductionStep]
    assert due == sorted(due)
    assert due[0] >= day


@pytest.mark.parametrize(
    ("reader", "author"),
    [*product((TEACHER, COACH, OTHER_COACH, SOMEBODY), (TEACHER, COACH, OTHER_COACH))],
)
def test_words_are_read_by_the_two_alone(reader: int, author: int):
    session = InductionSession(
        9, TEACHER, InductionStep.FIRST, COACH, None, None, date(2026, 9, 1), WHEN, 0
    )
    may = {(TEACHER, TEACHER), (TEACHER, COACH), (TEACHER, OTHER_COACH), (COACH, COACH),
           (COACH, TEACHER), (OTHER_COACH, OTHER_COACH)}  # fmt: skip
    assert reads_words(reader, author, session) is ((reader, author) in may)
