"""Who says something of a student while the student is erased: nothing of it is left, or lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from threading import Event

import pytest
from sqlalchemy import func, select

from bot.platforms.transcript import Utterance, job_of
from bot.ports import JobOutcome
from bot.storage.batch import handle
from bot.storage.scoring.system_reads import disagreements
from bot.storage.tables import colour, entry, mark, note, score, track
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from handlers.answering import answer
from handlers.clock import run_tick
from tests.databases import SchoolOn, connected
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School


@pytest.fixture
def busy(school_on: SchoolOn, backend: str) -> Iterator[School]:
    with connected(school_on(backend, "en")) as engine:
        yield School(engine).found()


def score_until(school: School, who: str, line: str, done: Event) -> int:
    """Say the same again and again, each as a message of its own; gives how often."""
    for said in count(1):
        words = Utterance(f"{who}{said}", school.at, text=line)
        (outcome,) = handle(school.engine, school.unit, [job_of(answer, school.people[who], words)])
        assert isinstance(outcome, JobOutcome)
        assert not outcome.quarantined
        if done.is_set():
            return said
    return 0


def erase_jonas(school: School) -> None:
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        order_erasure(uow, school.people["s1"].person_id, 1, school.at)


def ticks(school: School) -> None:
    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield school.unit(connection)

    run_tick(transaction, school.at, ERASING)


@pytest.mark.slow
def test_what_streams_in_meanwhile_is_gone_and_others_keep_theirs(busy: School):
    done = Event()
    lines = {"m1": "jonas 8 all vs “seen”", "t1": "jonas 10 all lr", "s2": "8 all vs"}
    with ThreadPoolExecutor(len(lines)) as pool:
        streams = [pool.submit(score_until, busy, who, line, done) for who, line in lines.items()]
        erase_jonas(busy)
        ticks(busy)
        done.set()
        said = [stream.result(120) for stream in streams]
    assert sum(said) > len(said)  # else nobody said anything while it was erased
    busy.later(minutes=1)
    ticks(busy)
    with busy.engine.begin() as connection:
        own = select(track.c.id).where(track.c.student_id == busy.people["s1"].person_id)
        (jonas,) = connection.execute(own).scalars()
        for table in (score, mark, note, colour):
            counted = select(func.count()).where(table.c.track_id == jonas)
            assert connection.execute(counted).scalar_one() == 0, table.name
        others = select(func.count()).select_from(score).where(score.c.track_id != jonas)
        assert connection.execute(others).scalar_one() >= 4
        assert not disagreements(connection)
        titled = select(entry.c.title).where(entry.c.title.contains("Jonas"))
        assert connection.execute(titled).scalars().all() == []
