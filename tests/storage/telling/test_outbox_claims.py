"""Claims beside each other, and what a claim costs."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import event, insert
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.domain.telling.delivery import Sent
from bot.ports.telling.outbox import Tried
from bot.storage.tables import outbox
from tests.fakes.outbox import (
    LEASED,
    MORNING,
    change,
    claim,
    draft,
    populate,
    settle,
    states,
    texts,
    write,
)


@pytest.fixture
def school(engine):
    populate(engine, 5)
    return engine


def tried(message, outcome):
    return Tried(message, outcome, MORNING)


def test_the_database_itself_allows_one_under_way_in_a_chat(school):
    write(school, [draft(1, "a"), draft(1, "b")])
    change(school, "a", state="sending", lease_until=LEASED)
    with pytest.raises(IntegrityError):
        change(school, "b", state="sending", lease_until=LEASED)
    with pytest.raises(IntegrityError):
        change(school, "b", state="sending", lease_until=None)


def test_threads_that_claim_at_once_never_get_the_same(school):
    write(school, [draft(chat, f"{turn:02}{chat}") for turn in range(30) for chat in range(1, 6)])
    together = threading.Barrier(4)
    under_way: Counter[str] = Counter()
    guard = threading.Lock()

    def work(_number):
        got = []
        together.wait(10)
        for _turn in range(400):
            try:
                taken = claim(school, at_most=2)
            except DBAPIError:
                continue  # two claimed of one chat at once: the worker tries its turn again
            with guard:
                under_way.update(message.address for message in taken)
                assert max(under_way.values(), default=0) <= 1
            got += taken
            with guard:
                under_way.subtract(message.address for message in taken)
            settle(school, [tried(message, Sent()) for message in taken])
            if not taken and states(school).keys() == {"sent"}:
                break
        return got

    with ThreadPoolExecutor(4) as pool:
        each = list(pool.map(work, range(4)))
    taken = [message for claimed in each for message in claimed]
    assert len(taken) == 150 == len({message.id for message in taken})
    assert states(school) == {"sent": 150}


def test_a_claim_reads_what_is_due_and_not_what_waits_or_was(school):
    ours = {"organisation_id": 1, "platform": "telegram", "kind": "alert", "made_at": MORNING}
    values = {**ours, "content": {"text": ""}, "attempts": 0}
    with school.begin() as connection:
        for state, at in (("sent", MORNING), ("pending", MORNING + timedelta(days=1))):
            for person in range(1, 6):
                where = {"person_id": person, "address": str(person), "state": state}
                connection.execute(
                    insert(outbox),
                    [
                        {**values, **where, "not_before": at, "subject": f"{state}{number}"}
                        for number in range(1000)
                    ],
                )
    write(school, [draft(1, "now")])
    plan = "EXPLAIN QUERY PLAN " if school.dialect.name == "sqlite" else "EXPLAIN "
    seen = []

    @event.listens_for(school, "before_cursor_execute")
    def note(_connection, _cursor, statement, parameters, *_rest):
        if statement.startswith("WITH due"):
            seen.append((statement, parameters))

    assert texts(claim(school)) == ["now"]
    ((statement, parameters),) = seen
    with school.begin() as connection:
        if school.dialect.name == "postgresql":
            connection.exec_driver_sql("ANALYZE outbox")
        steps = connection.exec_driver_sql(plan + statement, parameters).all()
    text = "\n".join(str(step) for step in steps)
    print(text)
    assert "ix_outbox_platform_not_before_id" in text
    assert "ix_outbox_platform_address" in text
