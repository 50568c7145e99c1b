"""The worker that sends what waits for others, one for each bot.

It works in turns. A turn is one transaction in a thread: it stores what came of the last sends,
and claims what may go out now. Sends run beside each other, one per chat at most, so that a chat
that is slow or flooded holds up nobody but itself. Nothing is claimed before its tokens are there:
what is claimed is sent at once, and a crash leaves little in doubt.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.telling.delivery import DeliveryOutcome, DeliveryState, DeliveryStep, Unknown
from bot.domain.telling.pace import LIMITS, Limits, Pace
from bot.lasting import achieve
from bot.ports.telling.outbox import Claim, Content, Messenger, OutboxMessage, Tried

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=2)
"""How long a claim holds: well over the time a send may take, with a slow database after it."""

LAST_TRIES = 3
"""How often a worker that ends tries to store what came of its last sends."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a worker works, in seconds: how long a send may take, and how often it looks around.

    `gather` is the least time between two turns, so that turns share commits; whoever was idle
    begins at once. `under_way` is how many sends run beside each other: as many as the platform
    allows in the time that the slowest takes, or slow ones would hold up the others.
    """

    send_within: float = 10.0
    poll: float = 1.0
    gather: float = 0.2
    under_way: int = 300


HABITS = Habits()


Books = Callable[[Sequence[Tried], Claim], tuple[Sequence[DeliveryStep], Sequence[OutboxMessage]]]
"""What a worker asks of the storage: one transaction, called in a thread.

It stores what was tried, then claims; it returns the steps that followed, and what to send.
"""


Draw = Callable[[Content], Awaitable[Content]]
"""Makes what goes along with a message; it never raises, and leaves out what it could not make."""


async def nothing_drawn(content: Content) -> Content:
    """Let the words go alone."""
    return content


@dataclass(slots=True)
class Tally:
    """What a worker did since it started, for whoever watches it."""

    steps: dict[DeliveryState, int] = field(default_factory=lambda: dict.fromkeys(DeliveryState, 0))
    failures: int = 0

    def count(self, steps: Iterable[DeliveryStep]) -> None:
        """Add what followed from attempts."""
        for step in steps:
            self.steps[step.state] += 1


class Worker:
    """Sends one bot's messages until it is told to stop; `written` wakes it."""

    def __init__(
        self,
        platform: str,
        messenger: Messenger,
        books: Books,
        now: Callable[[], datetime],
        *,
        draw: Draw = nothing_drawn,
        limits: Limits | None = None,
        habits: Habits = HABITS,
    ) -> None:
        """Prepare; `now` gives aware instants, and limits are the platform's unless given."""
        self.written = asyncio.Event()
        self.tally = Tally()
        self._platform = platform
        self._messenger = messenger
        self._books = books
        self._draw = draw
        self._drawing: set[asyncio.Task[Content]] = set()
        self._now = now
        self._habits = habits
        self._limits = limits or LIMITS[platform]
        self._pace = Pace(self._limits)
        self._under_way: set[asyncio.Task[None]] = set()
        self._tried: list[Tried] = []
        self._failed = False

    async def run(self, stop: asyncio.Event) -> None:
        """Send until `stop` is set, then let what is under way end, and store what came of it."""
        stopping = asyncio.create_task(self._wake_at(stop))
        try:
            await self._until(stop)
            await self._end()
        finally:
            stopping.cancel()
            for task in self._under_way:
                task.cancel()

    async def _until(self, stop: asyncio.Event) -> None:
        """Take turns until `stop` is set; none that fails ends it."""

        async def turn() -> None:
            while not stop.is_set():
                self.written.clear()
                wait = await self._turn()
                await self._rest(wait)

        await achieve(f"The outbox of {self._platform}", turn, self._habits.poll)

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self.written.set()

    async def _rest(self, wait: float) -> None:
        """Wait until there is something to do, and always so long that turns share commits."""
        until = asyncio.get_running_loop().time() + wait
        await asyncio.sleep(self._habits.gather)
        with suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self.written.wait()

    async def _turn(self) -> float:
        """Store what was tried, claim what may go out and begin to send it.

        Returns after how many seconds the next turn is due.
        """
        now = self._now()
        resting = self._pace.resting(now)
        room = 0 if self._failed else self._room(now)
        claimed = await self._book(now, room, resting)
        if claimed is None:
            return self._habits.poll
        # From when it goes out, not from when it was asked for: the database may take a while.
        self._pace.take((message.address for message in claimed), self._now())
        for message in claimed:
            self._begin(message)
        waits = [self._habits.poll, *(wait.total_seconds() for wait in resting.values())]
        if len(claimed) >= room:
            waits.append(self._pace.next_token(now).total_seconds())
        return min(waits)

    def _room(self, now: datetime) -> int:
        """Count what may be sent now, besides what is under way."""
        free = self._habits.under_way - len(self._under_way)
        return max(min(self._pace.tokens(now), free), 0)

    async def _book(
        self, now: datetime, room: int, resting: Mapping[str, timedelta]
    ) -> Sequence[OutboxMessage] | None:
        """Do one transaction; None where it failed, and then all that was learned is kept."""
        tried, self._tried = self._tried, []
        until = {address: now + wait for address, wait in resting.items()}
        claim = Claim(self._platform, now, now + LEASE, room, until, pace=self._limits.bot)
        try:
            steps, claimed = await asyncio.to_thread(self._books, tried, claim)
        except Exception as error:
            self._tried = tried + self._tried
            # If it was the claim that failed, at least what is known is stored next time.
            self._failed = True
            self.tally.failures += 1
            log.warning("outbox of %s: %s", self._platform, type(error).__name__)
            return None
        self._failed = False
        self.tally.count(steps)
        return claimed

    def _begin(self, message: OutboxMessage) -> None:
        task = asyncio.create_task(self._send(message))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _drawn(self, content: Content) -> Content:
        """Draw what goes along, before the time of the send begins; the words alone at the end."""
        if not content.files:
            return content
        task = asyncio.ensure_future(self._draw(content))
        self._drawing.add(task)
        task.add_done_callback(self._drawing.discard)
        await asyncio.wait({task})
        if task.cancelled() or task.exception() is not None:
            log.warning("what goes along on %s was left out", self._platform)
            return content
        return task.result()

    async def _send(self, message: OutboxMessage) -> None:
        content = await self._drawn(message.content)
        try:
            async with asyncio.timeout(self._habits.send_within):
                outcome: DeliveryOutcome = await self._messenger.send(
                    message.platform, message.address, content
                )
        except Exception as error:
            # Where it broke off nobody knows: it may have arrived.
            log.warning("sending on %s: %s", self._platform, type(error).__name__)
            outcome = Unknown()
        self._tried.append(Tried(message, outcome, self._now()))
        self.written.set()

    async def _end(self) -> None:
        """Let what is under way end, and store it; what fails to be stored lapses to unknown."""
        for task in self._drawing:
            task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way)
        for _number in range(LAST_TRIES):
            now = self._now()
            if not self._tried or await self._book(now, 0, self._pace.resting(now)) is not None:
                return
            await asyncio.sleep(self._habits.poll)
