"""A process is killed in the middle of an erasure: the next tick finishes it, on both databases."""

import os
import signal
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from bot.settings import Settings
from bot.storage.engine import connect
from bot.storage.tables import forgetting, mark, note, person, score
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from bot.wiring import House
from bot.wiring.clock import tick_once
from bot.wiring.sealed.erasures import erasures_of
from tests.databases import SchoolOn
from tests.dialogues.school import School
from tests.faults.forked import ended

KILLED_AT = (2, 5, 30, 60, 85, 88, 90)
"""Before which of the statements that write; a tick with an erasure has ninety or more."""


BEFORE_THE_LIST = 2
"""Statements that write before the list beside the key has the line."""


def house_on(url: str, key: Path) -> House:
    return House(Settings(database_url=url, signing_key_file=str(key)))


def ticks_until_killed(url: str, key: Path, at: datetime, before: int) -> None:
    """Tick, and be killed before a statement that writes: nothing is closed or rolled back."""
    house = house_on(url, key)
    seen = 0

    def count(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        nonlocal seen
        seen += not statement.lstrip().upper().startswith("SELECT")
        if seen == before:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(house.engine, "before_cursor_execute", count)
    tick_once(house, at)


def left(url: str) -> tuple[int, ...]:
    """Count what is left of the student: a name, scores, marks, notes, and erasures not done."""
    engine = connect(url)
    with engine.connect() as connection:
        named = select(func.count()).where(person.c.name == "Jonas Peeters")
        open_ = select(func.count()).where(forgetting.c.cleaned_at.is_(None))
        counted = [named, *(select(func.count()).select_from(of) for of in (score, mark, note))]
        found = tuple(connection.execute(own).scalar_one() for own in (*counted, open_))
    engine.dispose()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("before", KILLED_AT)
def test_what_was_killed_in_the_middle_is_finished_by_the_next_tick(
    school_on: SchoolOn, backend: str, tmp_path: Path, before: int
):
    url, key = school_on(backend, "en"), tmp_path / "kompaan.key"
    engine = connect(url)
    school = School(engine).found()
    school.say("m1", "jonas 8 all vs “tidy work”")
    school.say("s1", "8 all lr")
    with engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        order_erasure(uow, school.people["s1"].person_id, 1, school.at)
    engine.dispose()
    assert left(url) == (1, 8, 8, 1, 1)
    at = school.at + timedelta(minutes=1)
    assert ended(ticks_until_killed, url, key, at, before) == -signal.SIGKILL
    # All of it or nothing, and the list beside the key came first.
    assert left(url)[:4] == (1, 8, 8, 1)
    house = house_on(url, key)
    assert len(erasures_of(house).read()) == (before > BEFORE_THE_LIST)
    for minutes in (2, 3, 4):
        tick_once(house, school.at + timedelta(minutes=minutes))
    assert left(url) == (0, 0, 0, 0, 0)
    assert {line.person_id for line in erasures_of(house).read()} == {school.people["s1"].person_id}
    house.engine.dispose()
