"""A worker that runs for as long as a test lasts, in simulated time."""

import asyncio
from datetime import timedelta

from bot.outbox import Worker
from tests.fakes.outbox import books, states, write


class Running:
    """A worker that runs for as long as a test lasts."""

    def __init__(self, engine, platform, **more):
        self.worker = Worker(
            "telegram", platform, more.pop("books", books(engine)), platform.now, **more
        )
        self.stop = asyncio.Event()

    async def __aenter__(self):
        self.task = asyncio.create_task(self.worker.run(self.stop))
        return self

    async def __aexit__(self, *_error):
        self.stop.set()
        await self.task

    async def write(self, engine, drafts):
        now = self.worker._now()
        assert await asyncio.to_thread(write, engine, drafts, now) == len(drafts)
        self.worker.written.set()

    async def until_done(self, engine, at_most=7200):
        give_up = asyncio.get_running_loop().time() + at_most
        while {"pending", "sending"} & (await asyncio.to_thread(states, engine)).keys():
            assert asyncio.get_running_loop().time() < give_up, states(engine)
            await asyncio.sleep(5)


def percentile(values, part):
    return sorted(values)[int(len(values) * part)]


def most_within(calls, seconds):
    """Count the most calls in any stretch of time."""
    most = first = 0
    for last, at in enumerate(calls):
        while at - calls[first] >= timedelta(seconds=seconds):
            first += 1
        most = max(most, last - first + 1)
    return most


async def drained(engine, platform, **more):
    async with Running(engine, platform, **more) as running:
        await running.until_done(engine)
    return running.worker
