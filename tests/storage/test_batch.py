"""Many updates in one transaction: one commit, a savepoint each, nothing half done."""

import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import OperationalError

from bot.lanes import OUTCOMES, TOGETHER, Ended, Lane, Lanes
from bot.ports import Job, JobOutcome
from bot.storage.batch import Unavailable
from bot.storage.batch import handle as handle_all
from bot.storage.budget import Budget
from bot.storage.tables import handled, organisation_table, quarantine
from bot.storage.unit_of_work import StoredUnitOfWork

AT = datetime(2026, 10, 14, tzinfo=UTC)


def add(name):
    def work(uow):
        uow.connection.execute(
            organisation_table.insert(), {"name": name, "language": "nl", "time_zone": "UTC"}
        )
        return name

    return work


def handle(engine, unit, jobs) -> list[Any]:
    return list(handle_all(engine, unit, jobs))


def job(key, work, again=lambda uow: "again"):
    return Job(key, 1, AT, work, again, {"text": "what was said"})


def fail(_uow):
    raise ValueError("a bug")


def unlucky(_uow):
    raise OperationalError("SELECT", None, RuntimeError("disk full"))


def names(engine):
    with engine.begin() as connection:
        return sorted(connection.execute(select(organisation_table.c.name)).scalars())


def count(engine, table):
    with engine.begin() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


@contextmanager
def counted(engine):
    """Note what the database is asked meanwhile."""
    asked = []

    def note(_connection, _cursor, statement, *_more):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_all_are_stored_with_one_commit(engine):
    commits = []
    event.listen(engine, "commit", lambda connection: commits.append(1))
    outcomes = handle(engine, StoredUnitOfWork, [job(f"k{n}", add(f"o{n}")) for n in range(20)])
    assert [outcome.value for outcome in outcomes] == [f"o{n}" for n in range(20)]
    assert len(commits) == 1
    assert len(names(engine)) == 20


def test_a_repeat_changes_nothing_and_gets_the_current_state(engine):
    handle(engine, StoredUnitOfWork, [job("k", add("a"))])
    (outcome,) = handle(engine, StoredUnitOfWork, [job("k", add("b"))])
    assert outcome.value == "again"
    assert names(engine) == ["a"]


def test_one_that_raises_is_set_aside_and_blocks_nobody(engine):
    def half(uow):
        add("half done")(uow)
        fail(uow)

    jobs = [job("k1", add("a")), job("k2", half), job("k3", add("b"))]
    outcomes = handle(engine, StoredUnitOfWork, jobs)
    assert [outcome.quarantined for outcome in outcomes] == [False, True, False]
    assert names(engine) == ["a", "b"]
    with engine.begin() as connection:
        row = connection.execute(select(quarantine)).one()
    assert (row.key, row.error, row.update) == ("k2", "ValueError", {"text": "what was said"})
    (again,) = handle(engine, StoredUnitOfWork, [job("k2", add("c"))])
    assert again.value == "again"


def test_only_where_one_raises_each_gets_a_savepoint(engine):
    savepoints = []
    event.listen(engine, "savepoint", lambda _connection, name: savepoints.append(name))
    handle(engine, StoredUnitOfWork, [job(f"k{n}", add(f"o{n}")) for n in range(3)])
    assert savepoints == []
    handle(engine, StoredUnitOfWork, [job("a", add("a")), job("b", fail), job("c", add("c"))])
    assert len(savepoints) == 3


def test_what_is_done_anew_is_stored_once_and_answered_by_what_was_stored(engine):
    tries = iter(range(10))

    def number(uow):
        return add(f"try {next(tries)}")(uow)

    handle(engine, StoredUnitOfWork, [job("before", add("b"))])
    jobs = [job("k1", number), job("before", fail, lambda uow: number(uow)), job("k2", fail)]
    outcomes = handle(engine, StoredUnitOfWork, jobs)
    assert [outcome.value for outcome in outcomes] == ["try 2", "try 3", None]
    assert [outcome.quarantined for outcome in outcomes] == [False, False, True]
    assert names(engine) == ["b", "try 2", "try 3"]
    assert count(engine, handled) == 3


def test_a_repeat_that_raises_is_set_aside_and_blocks_nobody(engine):
    handle(engine, StoredUnitOfWork, [job("k", add("a"))])
    outcomes = handle(engine, StoredUnitOfWork, [job("k", fail, fail), job("k2", add("b"))])
    assert [outcome.quarantined for outcome in outcomes] == [True, False]
    assert names(engine) == ["a", "b"]


def test_a_broken_rule_of_the_database_is_set_aside_too(engine):
    jobs = [job("k1", add("same")), job("k2", add("same")), job("k3", add("other"))]
    outcomes = handle(engine, StoredUnitOfWork, jobs)
    assert [outcome.quarantined for outcome in outcomes] == [False, True, False]
    assert names(engine) == ["other", "same"]


def test_what_is_logged_holds_no_words_of_people(engine, caplog):
    handle(engine, StoredUnitOfWork, [job("k1", add("same")), job("k2", add("same"))])
    handle(
        engine, StoredUnitOfWork, [job("k3", add("secret words")), job("k4", add("secret words"))]
    )
    assert "set aside" in caplog.text
    assert "secret words" not in caplog.text


def test_when_the_database_fails_each_is_tried_alone(engine):
    jobs = [job("k1", add("a")), job("k2", unlucky), job("k3", add("b"))]
    outcomes = handle(engine, StoredUnitOfWork, jobs)
    assert isinstance(outcomes[1], Unavailable)
    assert [outcome.value for outcome in (outcomes[0], outcomes[2])] == ["a", "b"]
    assert names(engine) == ["a", "b"]
    assert count(engine, handled) == 2
    assert count(engine, quarantine) == 0


@pytest.mark.parametrize("fails", [fail, unlucky])
def test_a_programme_that_was_read_in_what_is_rolled_back_is_forgotten(engine, fails):
    cache: dict[int, tuple[int, Any]] = {}

    def changed(uow):
        uow.cache[1] = 2, "never stored"
        fails(uow)

    def read(uow):
        uow.cache[3] = 1, "stored"

    jobs = [job("k1", add("a")), job("k2", changed), job("k3", read)]
    handle(engine, lambda connection: StoredUnitOfWork(connection, cache), jobs)
    assert cache == {3: (1, "stored")}
    assert names(engine) == ["a"]


def test_a_full_disk_inside_a_savepoint_acknowledges_nothing(sqlite_url):
    from bot.storage.engine import connect

    engine = connect(sqlite_url)
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    @event.listens_for(engine, "connect")
    def small(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")

    jobs = [job(f"k{n}", add(f"{n:04}" + "x" * 3000)) for n in range(30)]
    outcomes = handle(engine, StoredUnitOfWork, jobs)
    good = [outcome.value for outcome in outcomes if isinstance(outcome, JobOutcome)]
    assert 0 < len(good) < 30
    assert any(isinstance(outcome, Unavailable) for outcome in outcomes)
    engine.dispose()
    after = connect(sqlite_url)
    assert names(after) == sorted(good)
    with after.begin() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    after.dispose()


def test_a_lane_gathers_what_waits_while_it_works():
    batches = []

    def slow(jobs):
        batches.append([job.key for job in jobs])
        return [JobOutcome(job.key) for job in jobs]

    lane = Lane(slow, "lane-test")
    futures = [lane.submit(job(f"k{n}", None)) for n in range(10)]
    lane.start()
    assert [future.result(5).value for future in futures] == [f"k{n}" for n in range(10)]
    lane.stop()
    assert batches == [[f"k{n}" for n in range(10)]]


def whose(person, key):
    return Job(key, person, AT, add(key), add(key))


def test_a_storm_of_one_waits_for_the_others_and_each_stays_in_order():
    batches: list[list[str]] = []

    def handled_together(jobs):
        batches.append([job.key for job in jobs])
        return [JobOutcome(job.key) for job in jobs]

    lane = Lane(handled_together, "lane-test")
    storm = [lane.submit(whose(1, f"storm {n}")) for n in range(3 * TOGETHER)]
    lane.submit(whose(2, "a neighbour"))
    lane.start()
    assert [future.result(5).value for future in storm] == [f"storm {n}" for n in range(len(storm))]
    lane.stop()
    assert batches[0][:3] == ["storm 0", "a neighbour", "storm 1"]


def test_a_lane_that_is_stopped_acknowledges_nothing_that_it_did_not_do():
    lane = Lane(lambda jobs: [JobOutcome(job.key) for job in jobs], "lane-test")
    waiting = [lane.submit(whose(n, f"k{n}")) for n in range(3)]
    lane.close(time.monotonic())
    lane.start()
    lane.join()
    assert all(isinstance(future.exception(5), Ended) for future in waiting)
    assert lane.tally == dict.fromkeys(OUTCOMES, 0)


def test_a_lane_that_cannot_reach_its_database_says_so_and_goes_on():
    answers = iter([ConnectionError("gone"), None])

    def handler(jobs):
        problem = next(answers)
        if problem:
            raise problem
        return [JobOutcome("fine") for _one in jobs]

    lane = Lane(handler, "lane-test")
    lane.start()
    with pytest.raises(ConnectionError):
        lane.submit(job("k1", None)).result(5)
    assert lane.submit(job("k2", None)).result(5).value == "fine"
    lane.stop()


def test_a_person_always_has_the_same_lane(engine):
    seen: dict[int, set[str]] = {}

    def note(jobs):
        import threading

        for job in jobs:
            seen.setdefault(job.person_id, set()).add(threading.current_thread().name)
        return [JobOutcome() for _one in jobs]

    lanes = Lanes(note, 3)
    lanes.start()
    futures = [lanes.submit(Job(f"{p}-{n}", p, AT, fail, fail)) for n in range(5) for p in range(9)]
    for future in futures:
        future.result(5)
    lanes.stop()
    assert all(len(threads) == 1 for threads in seen.values())
    assert len(set.union(*seen.values())) == 3


def test_what_closes_after_the_lanes_closes_once_all_is_handled():
    told: list[str] = []

    def note(jobs):
        told.extend(job.key for job in jobs)
        return [JobOutcome() for _one in jobs]

    lanes = Lanes(note, 1, lambda: told.append("closed"))
    with lanes.running():
        lanes.submit(job("k1", None))
        lanes.submit(job("k2", None))
    assert told == ["k1", "k2", "closed"]


def test_who_gave_up_before_the_work_began_is_left_out():
    seen: list[str] = []

    def handler(jobs):
        seen.extend(job.key for job in jobs)
        return [JobOutcome() for _one in jobs]

    lane = Lane(handler, "lane-test")
    gone = lane.submit(job("gone", None))
    stays = lane.submit(job("stays", None))
    assert gone.cancel()
    lane.start()
    assert stays.result(5) == JobOutcome()
    lane.stop()
    assert seen == ["stays"]


def in_a_lane(engine, jobs, budget):
    """Hand jobs to a lane at once, and wait for what comes of each."""
    lane = Lane(lambda some: handle_all(engine, StoredUnitOfWork, some, budget), "lane-test")
    waiting = [lane.submit(job) for job in jobs]
    lane.start()
    outcomes = [future.result(20) for future in waiting]
    lane.stop()
    return outcomes


SMALL = Budget(statements=20, rows=200, seconds=60)


def asks_for_ever(uow):
    add("half done")(uow)
    while True:
        uow.connection.execute(select(organisation_table.c.id)).all()


def writes_much(uow):
    rows = [{"name": f"o{n}", "language": "nl", "time_zone": "UTC"} for n in range(300)]
    uow.connection.execute(organisation_table.insert(), rows)


def reads_much(uow):
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
    uow.connection.exec_driver_sql(f"{numbers} SELECT i FROM n").all()


@pytest.mark.parametrize("attack", [asks_for_ever, writes_much, reads_much])
def test_one_that_costs_too_much_is_set_aside_and_its_neighbours_go_on(engine, attack):
    tries = []

    def attacks(uow):
        tries.append(1)
        attack(uow)

    jobs = [job("k1", add("a")), job("k2", attacks), job("k3", attacks), job("k4", add("b"))]
    with counted(engine) as asked:
        outcomes = in_a_lane(engine, jobs, SMALL)
    assert [outcome.beyond for outcome in outcomes] == [False, True, True, False]
    assert [outcome.quarantined for outcome in outcomes] == [False, True, True, False]
    assert names(engine) == ["a", "b"]
    assert len(tries) == 2, "each is tried once"
    assert len(asked) < 2 * SMALL.statements + 30, "so a neighbour waits for two budgets at most"
    with engine.begin() as connection:
        assert set(connection.execute(select(quarantine.c.error)).scalars()) == {"Exceeded"}
    (again,) = handle(engine, StoredUnitOfWork, [job("k2", add("c"))])
    assert again.value == "again"


def test_a_statement_that_works_for_ever_is_ended(sqlite_engine):
    def works(uow):
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        uow.connection.exec_driver_sql(f"{numbers} SELECT count(*) FROM n").all()

    budget = Budget(seconds=0.05)
    jobs = [job("k1", add("a")), job("k2", works), job("k3", add("b"))]
    outcomes = in_a_lane(sqlite_engine, jobs, budget)
    assert [outcome.beyond for outcome in outcomes] == [False, True, False]
    assert names(sqlite_engine) == ["a", "b"]


def test_what_is_counted_for_one_update_is_not_counted_for_the_next(engine):
    def fits(uow):
        for _n in range(SMALL.statements - 5):
            uow.connection.execute(select(organisation_table.c.id)).all()

    outcomes = in_a_lane(engine, [job(f"k{n}", fits) for n in range(9)], SMALL)
    assert not any(outcome.quarantined for outcome in outcomes)


def test_what_is_dear_is_committed_before_more_is_taken(engine, monkeypatch):
    commits = []
    event.listen(engine, "commit", lambda _connection: commits.append(1))
    monkeypatch.setattr("bot.storage.batch.TOGETHER", Budget(statements=30))

    def asks(uow):
        for _n in range(10):
            uow.connection.execute(select(organisation_table.c.id)).all()

    storm = [job(f"dear {n}", asks) for n in range(9)]
    outcomes = in_a_lane(engine, [*storm, whose(2, "a neighbour")], Budget())
    assert [outcome.value for outcome in outcomes] == [None] * 9 + ["a neighbour"]
    assert len(commits) == 3
