"""The worker's process ends at each boundary, in simulated time: nothing lost, nothing twice."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from bot.outbox import Worker
from tests.fakes.messenger import FOREVER, FakePlatform
from tests.fakes.outbox import MORNING, books, draft, populate, rows, states, write
from tests.fakes.virtual_time import clock_from, run
from tests.fakes.worker import drained


class Crash(BaseException):
    """The process ends here."""


CRASHES = ("before the turn", "after the turn", "before the send", "after the send")


@pytest.mark.parametrize("point", CRASHES)
def test_no_crash_loses_or_doubles(engine, point):
    """Ten crashes at one boundary; the worker that comes after goes on."""
    populate(engine, 12)
    write(engine, [draft(chat, f"{chat}:{turn}") for turn in range(12) for chat in range(1, 13)])
    arrived: Counter[str] = Counter()
    under_way = 0
    for crash in range(10):
        crashing = Crashing(engine, clock_from(MORNING + crash * timedelta(hours=1)), point, crash)
        run(crashing.run())
        arrived += crashing.platform.arrived
        under_way += states(engine)["sending"]
    platform = FakePlatform(clock_from(MORNING + timedelta(days=1)))
    run(drained(engine, platform))
    arrived += platform.arrived
    stored = {subject: row.state for subject, row in rows(engine).items()}
    assert set(stored.values()) <= {"sent", "unknown"}
    assert [s for s, state in stored.items() if state == "sent" and arrived[s] != 1] == []
    assert max(arrived.values()) == 1
    unknown = list(stored.values()).count("unknown")
    print(f"{point}: {unknown} in doubt after 10 crashes")
    assert unknown == under_way < 10 * 12


class Crashing:
    """A worker whose process ends at a boundary, when it comes there for the so-manieth time."""

    def __init__(self, engine, now, point, times):
        self.platform = FakePlatform(now)
        self.point, self.left = point, times + 1
        self.turn = books(engine)

    def reached(self, point):
        self.left -= point == self.point
        return point == self.point and self.left == 0

    def books(self, tried, claim):
        if self.reached("before the turn"):
            raise Crash
        done = self.turn(tried, claim)
        if self.reached("after the turn"):
            raise Crash
        return done

    async def send(self, platform, address, content):
        if self.reached("before the send"):
            await self.end()
        outcome = await self.platform.send(platform, address, content)
        if self.reached("after the send"):
            await self.end()
        return outcome

    async def end(self):
        self.task.cancel()
        await asyncio.sleep(FOREVER)

    async def run(self):
        worker = Worker("telegram", self, self.books, self.platform.now)
        self.task = asyncio.create_task(worker.run(asyncio.Event()))
        with pytest.raises((Crash, asyncio.CancelledError)):
            await self.task
