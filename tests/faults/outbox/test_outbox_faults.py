"""The worker against a platform that fails, in simulated time: nothing lost, nobody held up."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.storage.engine import connect
from bot.storage.telling.outbox import StoredOutbox
from tests.databases import memory
from tests.fakes.messenger import THIRTY_PERCENT, FakePlatform
from tests.fakes.outbox import MORNING, draft, populate, rows, states
from tests.fakes.virtual_time import clock_from, run
from tests.fakes.worker import Running, drained, most_within, percentile

SECOND = timedelta(seconds=1)


@pytest.fixture
def sqlite_url(migrated_file, tmp_path) -> Iterator[str]:
    """As everywhere, but in memory: thousands of turns are not to measure this machine's disk."""
    with tempfile.TemporaryDirectory(prefix="kompaan-", dir=memory() or tmp_path) as folder:
        copy = shutil.copyfile(migrated_file, Path(folder) / "kompaan.sqlite")
        yield f"sqlite:///{copy}"


async def flood_and_faults(engine, messages, chats, per_second):
    platform = FakePlatform(
        clock_from(MORNING), THIRTY_PERCENT, flooded={"1": MORNING + 240 * SECOND}
    )
    flood = [draft(1, f"1:{number}") for number in range(messages // 50)]
    others = [
        draft(2 + number % (chats - 1), f"{2 + number % (chats - 1)}:{number}")
        for number in range(messages - len(flood))
    ]
    made: dict[str, datetime] = {}
    async with Running(engine, platform) as running:
        await running.write(engine, flood)
        for start in range(0, len(others), per_second):
            batch = others[start : start + per_second]
            made |= {sending.subject: platform.now() for sending in batch}
            await running.write(engine, batch)
            await asyncio.sleep(1)
        await running.until_done(engine)
    return platform, made


def check_flood_and_faults(engine, messages):
    """0 lost, doubles at most the ambiguous time-outs, a flooded chat stalls only itself."""
    populate(engine, 500)
    began = time.monotonic()
    platform, made = run(flood_and_faults(engine, messages, 500, 18))
    took = time.monotonic() - began
    stored = rows(engine)
    assert len(stored) == messages
    assert {row.state for row in stored.values()} == {"sent", "unknown"}
    lost = [s for s, row in stored.items() if row.state == "sent" and platform.arrived[s] != 1]
    unknown = {s for s, row in stored.items() if row.state == "unknown"}
    assert lost == []
    assert unknown == platform.in_doubt.keys()
    assert max(platform.arrived.values()) == 1
    assert platform.broken_rules == []
    assert most_within([at for at, _chat in platform.calls], 1) <= 30
    waits = [(platform.when[s] - made[s]).total_seconds() for s in made if s in platform.when]
    p95 = percentile(waits, 0.95)
    print(
        f"{len(platform.calls)} sends in {took:.1f} s, {platform.met.total() - platform.met['']}"
        f" faults, unknown {len(unknown)},"
        f" others' p50 {percentile(waits, 0.5):.2f} s, p95 {p95:.2f} s"
    )
    assert p95 <= 5
    check_a_second_try(engine, platform, unknown)


def check_a_second_try(engine, platform, unknown):
    """Somebody decides to send the unknown again: all arrive, and only these may come twice."""
    platform.faults, platform.now = {}, clock_from(MORNING + timedelta(days=1))
    with engine.begin() as connection:
        assert StoredOutbox(connection).try_again("telegram", MORNING) == len(unknown)
    run(drained(engine, platform))
    assert states(engine).keys() == {"sent"}
    assert platform.arrived.keys() == rows(engine).keys()
    doubled = {text for text, times in platform.arrived.items() if times > 1}
    print(f"sent again {len(unknown)}, doubled {len(doubled)}")
    assert doubled <= unknown
    assert max(platform.arrived.values()) == 2


@pytest.mark.slow
def test_four_thousand_against_thirty_percent_faults(sqlite_url):
    with engine_of(sqlite_url) as engine:
        check_flood_and_faults(engine, 4_000)


@pytest.mark.long
def test_ten_thousand_against_thirty_percent_faults(sqlite_url):
    with engine_of(sqlite_url) as engine:
        check_flood_and_faults(engine, 10_000)


def test_a_thousand_on_postgresql(postgresql_url):
    with engine_of(postgresql_url) as engine:
        check_flood_and_faults(engine, 1_000)


@pytest.mark.long
def test_ten_thousand_on_postgresql(postgresql_url):
    with engine_of(postgresql_url) as engine:
        check_flood_and_faults(engine, 10_000)


async def all_at_once(engine, messages):
    platform = FakePlatform(clock_from(MORNING), THIRTY_PERCENT)
    async with Running(engine, platform) as running:
        for start in range(1, messages + 1, 10_000):
            until = min(start + 10_000, messages + 1)
            await running.write(engine, [draft(n, f"{n}:0") for n in range(start, until)])
        await running.until_done(engine)
    return platform


def check_all_at_once(engine, messages):
    """Everybody is told once, as fast as the platform takes it and no faster."""
    populate(engine, messages)
    began = time.monotonic()
    platform = run(all_at_once(engine, messages))
    took = time.monotonic() - began
    stored = rows(engine)
    assert {row.state for row in stored.values()} == {"sent", "unknown"}
    assert {s for s, row in stored.items() if row.state == "unknown"} == platform.in_doubt.keys()
    assert all(platform.arrived[s] == 1 for s, row in stored.items() if row.state == "sent")
    assert max(platform.arrived.values()) == 1
    assert platform.broken_rules == []
    assert most_within([at for at, _chat in platform.calls], 1) <= 30
    # The last ones wait for their next try, so the speed is that of the first nine tenths.
    most = [at for at, _chat in platform.calls][: len(platform.calls) * 9 // 10]
    a_second = len(most) / (most[-1] - most[0]).total_seconds()
    print(f"{len(platform.calls)} sends in {took:.0f} s, {a_second:.1f} a simulated second")
    assert a_second > 20


@pytest.mark.slow
def test_fifteen_hundred_due_at_once(sqlite_url):
    with engine_of(sqlite_url) as engine:
        check_all_at_once(engine, 1_500)


@pytest.mark.long
def test_a_hundred_thousand_due_at_once(sqlite_url):
    with engine_of(sqlite_url) as engine:
        check_all_at_once(engine, 100_000)


@contextmanager
def engine_of(url):
    # The worker takes thousands of turns, each over a connection that is open already.
    engine = connect(url, keeps_open=True)
    yield engine
    engine.dispose()
