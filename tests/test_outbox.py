"""The worker in simulated time: its limits, its order, whom it waits for, how it ends."""

import asyncio
import random
from contextlib import AsyncExitStack
from datetime import timedelta

from bot.domain.telling.delivery import DeliveryState, RefusalReason
from bot.outbox import Habits
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.fakes.messenger import FakePlatform
from tests.fakes.outbox import MORNING, books, draft, populate, rows, states, write
from tests.fakes.virtual_time import clock_from, run
from tests.fakes.waiting import Stopwatch
from tests.fakes.worker import Running, drained, most_within

SECOND = timedelta(seconds=1)


def test_order_within_a_chat_is_kept_whatever_fails(engine):
    populate(engine, 5)
    faults = {"too_many_requests": 0.2, "server_error": 0.1, "refused_connection": 0.1}
    platform = FakePlatform(clock_from(MORNING), faults)
    for turn in range(12):
        write(engine, [draft(chat, f"{chat}:{turn:02}") for chat in range(1, 6)])
    run(drained(engine, platform))
    for chat, texts in platform.order.items():
        assert texts == [f"{chat}:{turn:02}" for turn in range(12)]


def test_a_bot_and_its_chats_keep_their_limits(engine):
    populate(engine, 100)
    platform = FakePlatform(clock_from(MORNING))
    write(engine, [draft(chat, f"{chat}:{turn}") for turn in range(6) for chat in range(1, 101)])
    run(drained(engine, platform))
    calls = [at for at, _chat in platform.calls]
    assert most_within(calls, 1) <= 30
    assert len(calls) / (calls[-1] - calls[0]).total_seconds() > 20
    for chat in platform.order:
        assert most_within([at for at, there in platform.calls if there == chat], 1) == 1


def test_two_processes_of_a_bot_keep_its_limit_together(engine):
    populate(engine, 100)
    platform = FakePlatform(clock_from(MORNING))
    write(engine, [draft(chat, f"{chat}:{turn}") for turn in range(3) for chat in range(1, 101)])

    async def main():
        async with Running(engine, platform) as one, Running(engine, platform) as other:
            await one.until_done(engine)
        return one.worker, other.worker

    workers = run(main())
    assert min(worker.tally.steps[DeliveryState.SENT] for worker in workers) > 0
    calls = [at for at, _chat in platform.calls]
    assert most_within(calls, 1) <= 30
    assert len(calls) / (calls[-1] - calls[0]).total_seconds() > 15
    for chat in platform.order:
        assert most_within([at for at, there in platform.calls if there == chat], 1) == 1


def test_two_processes_of_a_bot_keep_the_pace_of_each_chat_together(engine):
    populate(engine, 3)
    platform = FakePlatform(clock_from(MORNING))
    write(engine, [draft(chat, f"{chat}:{turn:02}") for turn in range(9) for chat in range(1, 4)])

    async def main():
        # Each begins or ends alone, since of two at once either may be the quicker all the time.
        often = Habits(poll=0.3, gather=0.1)
        async with AsyncExitStack() as after:
            async with Running(engine, platform) as one:
                await asyncio.sleep(2)
                other = await after.enter_async_context(Running(engine, platform, habits=often))
                await asyncio.sleep(3)
            await other.until_done(engine)
        return one.worker, other.worker

    workers = run(main())
    assert min(worker.tally.steps[DeliveryState.SENT] for worker in workers) > 0
    for chat, texts in platform.order.items():
        assert texts == [f"{chat}:{turn:02}" for turn in range(9)]
        assert most_within([at for at, there in platform.calls if there == chat], 1) == 1


def test_slow_sends_hold_up_nobody(engine):
    populate(engine, 200)
    platform = FakePlatform(clock_from(MORNING), {"silence_before": 0.5})
    write(engine, [draft(chat, f"{chat}") for chat in range(1, 201)])
    watch = Stopwatch()
    run(drained(engine, platform))
    calls = [at for at, _chat in platform.calls]
    assert (calls[-1] - calls[0]).total_seconds() - watch.kept < 10


def test_who_is_idle_begins_at_once_when_something_is_written(engine):
    populate(engine, 1)
    platform = FakePlatform(clock_from(MORNING))

    async def main():
        async with Running(engine, platform, habits=Habits(poll=600)) as running:
            await asyncio.sleep(60)
            await running.write(engine, [draft(1, "a")])
            await asyncio.sleep(1)

    run(main())
    assert platform.calls == [(MORNING + 60 * SECOND, "1")]


def test_who_is_not_woken_looks_around(engine):
    populate(engine, 1)
    platform = FakePlatform(clock_from(MORNING))
    write(engine, [draft(1, "a", not_before=MORNING + 59 * SECOND)])
    run(drained(engine, platform))
    ((at, _chat),) = platform.calls
    assert 59 * SECOND <= at - MORNING <= 61 * SECOND


def test_who_stops_lets_what_is_under_way_end_and_stores_it(engine):
    populate(engine, 3)
    platform = FakePlatform(clock_from(MORNING))
    write(engine, [draft(chat, f"{chat}:{turn}") for turn in "ab" for chat in range(1, 4)])

    async def main():
        async with Running(engine, platform):
            while not platform.calls:
                await asyncio.sleep(0.001)
        return len(asyncio.all_tasks())

    assert run(main()) == 1
    assert states(engine) == {"sent": 3, "pending": 3}


def test_a_database_that_is_away_loses_nothing(engine):
    populate(engine, 20)
    platform = FakePlatform(clock_from(MORNING))
    write(engine, [draft(chat, f"{chat}:{turn}") for turn in range(5) for chat in range(1, 21)])
    turn, dice = books(engine), random.Random(3)

    def unlucky(tried, claim):
        if dice.random() < 0.4:
            raise ConnectionError
        return turn(tried, claim)

    worker = run(drained(engine, platform, books=unlucky))
    assert states(engine) == {"sent": 100}
    assert set(platform.arrived.values()) == {1}
    assert worker.tally.failures > 5
    assert worker.tally.steps[DeliveryState.SENT] == 100


def test_who_blocked_us_is_marked_and_the_rest_is_not_tried_for_ever(engine):
    populate(engine, 3)
    platform = FakePlatform(clock_from(MORNING))
    platform.gone = {"1": RefusalReason.BLOCKED, "2": RefusalReason.REFUSED}
    write(engine, [draft(chat, f"{chat}:{turn}") for turn in "ab" for chat in range(1, 4)])
    worker = run(drained(engine, platform))
    assert {s: row.last_error for s, row in rows(engine).items()} == {
        "1:a": "blocked", "1:b": "blocked", "2:a": "refused", "2:b": "refused",
        "3:a": "", "3:b": "",
    }  # fmt: skip
    assert (worker.tally.steps[DeliveryState.DEAD], worker.tally.steps[DeliveryState.SENT]) == (
        4,
        2,
    )
    with engine.begin() as connection:
        accounts = StoredUnitOfWork(connection).accounts
        assert [accounts.list_of(number)[0].reachable for number in (1, 2, 3)] == [
            False,
            True,
            True,
        ]


def test_a_claim_that_fails_does_not_keep_what_is_known_from_being_stored(engine):
    populate(engine, 1)
    platform = FakePlatform(clock_from(MORNING))
    write(engine, [draft(1, "a")])
    turn = books(engine)

    def broken(tried, claim):
        if claim.at_most and platform.calls:
            raise RuntimeError
        return turn(tried, claim)

    worker = run(drained(engine, platform, books=broken))
    assert states(engine) == {"sent": 1}
    assert worker.tally.failures >= 1
