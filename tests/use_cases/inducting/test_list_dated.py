"""What has a date of the teachers who are new, and for whom."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, event

from bot.domain.dated import Matter
from bot.domain.inducting.steps import InductionStep
from bot.domain.school.tracks import Person
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.inducting.ask_for_session import ask_for_session
from bot.use_cases.inducting.hold_step import hold_step
from bot.use_cases.inducting.list_dated import list_dated
from bot.use_cases.inducting.mark_starter import mark_starter, say_first_day
from bot.use_cases.inducting.name_coach import make_teachers_coach
from bot.use_cases.inducting.plan_step import plan_step
from bot.use_cases.inducting.see_starters import see_own_steps, see_starter

AT = datetime(2026, 8, 20, 8, tzinfo=UTC)
TODAY = date(2026, 8, 20)
UNTIL = TODAY + timedelta(days=14)


def dated(uow: StoredUnitOfWork, person: Person, until: date = UNTIL) -> list[tuple[str, str]]:
    found = list_dated(uow, person, [], until, TODAY)
    assert all(own.matter is Matter.TEACHER_STEP for own in found)
    return [(own.detail, str(own.due_on)) for own in found]


@pytest.fixture
def uow(school_engine: Engine):
    with school_engine.begin() as connection:
        yield StoredUnitOfWork(connection)


def test_the_next_step_what_is_planned_and_what_is_asked_for(uow: StoredUnitOfWork):
    coach, teacher = add_person(uow, 1, "d1", "Hilde Maes"), add_person(uow, 1, "t9", "Bart Nys")
    make_teachers_coach(uow, coach, AT)
    mark_starter(uow, teacher, TODAY)
    assert dated(uow, coach) == [("welcome", "2026-09-03")]
    assert dated(uow, coach, TODAY) == []
    starter = uow.starters.find(teacher.id)
    assert starter is not None
    say_first_day(uow, starter, date(2026, 8, 19))
    assert dated(uow, coach, TODAY) == [("welcome", "2026-08-19")]
    standing = see_starter(uow, coach, teacher.id)
    assert standing is not None
    hold_step(uow, standing, InductionStep.WELCOME, coach, TODAY, AT)
    plan_step(uow, standing, InductionStep.FIRST, coach, AT + timedelta(days=5), AT)
    assert dated(uow, coach) == [("together", "2026-08-19"), ("first", "2026-08-25")]
    own = see_own_steps(uow, teacher)
    assert own is not None
    ask_for_session(uow, own, teacher, AT)
    assert ("second", "None") in dated(uow, coach)


def test_nobody_else_has_it_on_a_desk(uow: StoredUnitOfWork):
    coach, teacher = add_person(uow, 1, "d1", "Hilde Maes"), add_person(uow, 1, "t9", "Bart Nys")
    mark_starter(uow, teacher, TODAY)
    for person in (coach, teacher):
        assert dated(uow, person) == []


def test_it_costs_the_same_for_many_as_for_one(uow: StoredUnitOfWork):
    coach = add_person(uow, 1, "d1", "Hilde Maes")
    make_teachers_coach(uow, coach, AT)
    for number in range(30):
        mark_starter(uow, add_person(uow, 1, f"n{number}", f"New Teacher {number}"), TODAY)
    statements: list[str] = []
    connection = uow.connection

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    assert len(dated(uow, coach)) == 30
    event.remove(connection, "before_cursor_execute", note)
    assert len(statements) == 3
