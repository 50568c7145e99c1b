"""Loops that must run for ever: no exception ends one, each kind is said once."""

import asyncio
import logging
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from bot.lanes import Lanes
from bot.lasting import LONGEST, SLOWEST, OddAnswer, achieve, last
from bot.outbox import Worker
from bot.ports import Job, JobOutcome
from tests.fakes.messenger import FakePlatform
from tests.fakes.virtual_time import run

FAILURES = (
    ValueError("x"),
    TypeError(),
    KeyError("result"),
    AttributeError(),
    AssertionError(),
    RecursionError(),
    MemoryError(),
    OSError(28, "no space left"),
    TimeoutError(),
    StopAsyncIteration(),
    EOFError(),
    OddAnswer(),
    asyncio.CancelledError(),
    asyncio.InvalidStateError(),
    ExceptionGroup("several", [ValueError()]),
)


def turns(*met: BaseException | float, pause_after: Any = lambda _error: None) -> list[float]:
    """Let a loop meet these, one after the other; the times at which its turns began."""
    began: list[float] = []
    left = list(met)

    async def turn() -> float:
        began.append(asyncio.get_running_loop().time())
        if not left:
            tasks[0].cancel()
            await asyncio.sleep(1)
        now = left.pop(0)
        if isinstance(now, BaseException):
            raise now
        return now

    async def main() -> None:
        tasks.append(asyncio.create_task(last("A loop", turn, 1.0, pause_after)))
        with pytest.raises(asyncio.CancelledError):
            await tasks[0]

    tasks: list[asyncio.Task[Any]] = []
    run(main())
    return began


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)
def test_no_exception_ends_it(failure):
    assert turns(failure, failure, 5.0) == [0, 1, 3, 8]


def test_a_kind_is_said_once_and_that_it_works_again(caplog):
    caplog.set_level(logging.WARNING)
    turns(ValueError(), ValueError(), KeyError(), ValueError(), 1.0, ValueError(), 1.0)
    assert [record.getMessage() for record in caplog.records] == [
        "A loop failed: ValueError; it goes on",
        "A loop failed: KeyError; it goes on",
        "A loop works again",
        "A loop failed: ValueError; it goes on",
        "A loop works again",
    ]


def test_it_slows_down_and_never_for_long():
    began = turns(*[ValueError()] * 8)
    waits = [later - before for before, later in pairwise(began)]
    assert waits == [1, 2, 4, 8, *[SLOWEST] * 4]


@pytest.mark.parametrize("asked", ["soon", None, float("nan"), float("inf"), -5, 10**30, [], True])
def test_an_odd_pause_is_no_end(asked):
    began = turns(ValueError(), 0.0, pause_after=lambda _error: asked)
    assert began[1] <= LONGEST
    assert turns(asked, 0.0)[1] <= LONGEST


def test_an_error_that_cannot_be_read_asks_for_nothing():
    def broken(_error: Exception) -> float:
        raise ValueError

    assert turns(ValueError(), 0.0, pause_after=broken) == [0, 1, 1]


def test_once_it_works_it_is_done():
    left = [ValueError(), KeyError(), None]

    async def work() -> str:
        met = left.pop(0)
        if met:
            raise met
        return "done"

    assert run(achieve("Some work", work, 1.0)) == "done"


OUTCOMES = (SystemExit(), KeyboardInterrupt(), GeneratorExit(), RecursionError(), ValueError("x"))


@pytest.mark.parametrize("met", [*OUTCOMES, [], [None, None]], ids=repr)
def test_a_lane_outlives_whatever_a_job_does(met):
    job = Job("k", 1, datetime(2026, 10, 14, tzinfo=UTC), lambda uow: None, lambda uow: None)
    answers = [met, [JobOutcome("stored")]]

    def handle(_jobs):
        now = answers.pop(0)
        if isinstance(now, BaseException):
            raise now
        return now

    lanes = Lanes(handle)
    with lanes.running():
        assert lanes.submit(job).exception(10) is not None
        assert lanes.submit(job).result(10).value == "stored"


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)
def test_the_outbox_outlives_what_its_own_clock_and_pace_do(failure):
    left = [failure, failure]

    def now():
        if left and asyncio.get_running_loop().time() > 2:
            raise left.pop()
        return datetime(2026, 10, 14, tzinfo=UTC)

    booked = []

    def books(tried, claim):
        booked.append(claim)
        return [], []

    async def main():
        stop = asyncio.Event()
        worker = Worker("telegram", FakePlatform(now), books, now)
        task = asyncio.create_task(worker.run(stop))
        await asyncio.sleep(60)
        before = len(booked)
        await asyncio.sleep(5)
        assert len(booked) > before > 2
        stop.set()
        await task

    run(main())
