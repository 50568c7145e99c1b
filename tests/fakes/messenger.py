"""A platform that fails: seeded, and strict about what it asked of whoever sends."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta

from bot.domain.telling.delivery import (
    DeliveryOutcome,
    Later,
    NotReached,
    Permanent,
    RefusalReason,
    Sent,
)
from bot.ports.telling.outbox import Content

FOREVER = 3600.0


class FakePlatform:
    """Takes messages; each may meet a fault, by weights that name a method below."""

    def __init__(
        self,
        now: Callable[[], datetime],
        faults: Mapping[str, float] | None = None,
        seed: int = 1,
        flooded: Mapping[str, datetime] | None = None,
    ) -> None:
        self.now = now
        self.faults = faults or {}
        self.dice = random.Random(seed)
        self.flooded = dict(flooded or {})
        self.gone: dict[str, RefusalReason] = {}
        self.arrived: Counter[str] = Counter()
        self.in_doubt: Counter[str] = Counter()
        self.met: Counter[str] = Counter()
        self.order: defaultdict[str, list[str]] = defaultdict(list)
        self.when: dict[str, datetime] = {}
        self.calls: list[tuple[datetime, str]] = []
        self.broken_rules: list[str] = []
        self._under_way: set[str] = set()
        self._closed_until: dict[str, datetime] = {}

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        self._watch(address)
        self._under_way.add(address)
        try:
            await asyncio.sleep(self.dice.uniform(0.02, 0.2))
            return await self._answer(address, content.text)
        finally:
            self._under_way.discard(address)

    def _watch(self, address: str) -> None:
        if address in self._under_way:
            self.broken_rules.append(f"two at once in {address}")
        if self.now() < self._closed_until.get(address, self.now()):
            self.broken_rules.append(f"{address} was called before its retry_after")
        self.calls.append((self.now(), address))

    async def _answer(self, address: str, text: str) -> DeliveryOutcome:
        if self.now() < self.flooded.get(address, self.now()):
            return self._closed(address, 30)
        if address in self.gone:
            return Permanent(self.gone[address])
        names = [*self.faults, ""]
        weights = [*self.faults.values(), 1 - sum(self.faults.values())]
        (name,) = self.dice.choices(names, weights)
        self.met[name] += 1
        fault: Callable[[str, str], Awaitable[DeliveryOutcome]] = getattr(self, name or "take")
        return await fault(address, text)

    async def take(self, address: str, text: str) -> DeliveryOutcome:
        self.arrived[text] += 1
        self.order[address].append(text)
        self.when[text] = self.now()
        return Sent(str(len(self.calls)))

    async def too_many_requests(self, address: str, _text: str) -> DeliveryOutcome:
        return self._closed(address, self.dice.choice([0.5, 1, 2]))

    async def server_error(self, _address: str, _text: str) -> DeliveryOutcome:
        return Later()

    async def refused_connection(self, _address: str, _text: str) -> DeliveryOutcome:
        return NotReached()

    async def silence_before(self, _address: str, text: str) -> DeliveryOutcome:
        self.in_doubt[text] += 1
        await asyncio.sleep(FOREVER)
        raise AssertionError("nobody waits so long")

    async def silence_after(self, address: str, text: str) -> DeliveryOutcome:
        await self.take(address, text)
        return await self.silence_before(address, text)

    async def reset_before(self, _address: str, text: str) -> DeliveryOutcome:
        self.in_doubt[text] += 1
        raise ConnectionResetError

    async def reset_after(self, address: str, text: str) -> DeliveryOutcome:
        await self.take(address, text)
        return await self.reset_before(address, text)

    def _closed(self, address: str, seconds: float) -> Later:
        self._closed_until[address] = self.now() + timedelta(seconds=seconds)
        return Later(seconds)


THIRTY_PERCENT = {
    "too_many_requests": 0.10,
    "server_error": 0.08,
    "refused_connection": 0.06,
    "silence_before": 0.015,
    "silence_after": 0.015,
    "reset_before": 0.015,
    "reset_after": 0.015,
}
"""How often what goes wrong."""
