"""The clock in a school of the dialogues: a tick at the school's time, and what arrived."""

from contextlib import contextmanager
from datetime import date, timedelta

from bot.ports import Shown
from bot.ports.photos import Seal
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring.composing import composer
from handlers.clock import Tools, run_tick
from tests.dialogues.school import School


def works(day: date) -> bool:
    return day.weekday() < 5


TOOLS = Tools(works, lambda digest: Seal("key", digest), composer(works))


def tick(school: School, tools: Tools = TOOLS) -> dict[str, list[Shown]]:
    """Let the clock tick at the school's time; gives what arrived, by the school's ids."""

    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield StoredUnitOfWork(connection)

    names = {one.person_id: school_id for school_id, one in school.people.items()}
    arrived: dict[str, list[Shown]] = {}
    for person, shown in run_tick(transaction, school.at, tools):
        arrived.setdefault(names[person], []).append(shown)
    return arrived


def tick_through(school: School, hours: float, every: float = 0.5) -> dict[str, list[Shown]]:
    """Let time pass with a tick every so many hours; gives what arrived meanwhile."""
    arrived: dict[str, list[Shown]] = {}
    for _step in range(int(hours / every)):
        school.at += timedelta(hours=every)
        for who, shown in tick(school).items():
            arrived.setdefault(who, []).extend(shown)
    return arrived
