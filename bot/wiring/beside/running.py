"""What the process does beside lanes and clock, in a thread of its own."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from starlette.routing import Route

from bot.wiring import House
from bot.wiring.jumps import still_believes

log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two looks whether anything is to be done."""


class SideWork:
    """Does one thing after the other, as long as there is any."""

    routes: Sequence[Route] = ()

    def __init__(
        self, name: str, house: House, step: Callable[[datetime], bool], every: float = EVERY
    ) -> None:
        """Prepare; nothing is done until start. `step` says whether it found anything to do."""
        self.name = name
        self._house = house
        self._step = step
        self._every = every
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to look for what is wanted."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Let what is being done end: what is killed is begun anew by another one."""
        self._stop.set()
        if self._task is not None:
            await self._task

    def problem(self, _at: datetime) -> str | None:
        """Say nothing: whoever waits for what fails is told."""
        return None

    async def _run(self) -> None:
        while not self._stop.is_set():
            try:
                more = await asyncio.to_thread(self._next)
            except Exception as error:
                log.warning("%s was not looked for: %s", self.name, type(error).__name__)
                more = False
            if not more:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), self._every)

    def _next(self) -> bool:
        at = datetime.now(UTC)
        return still_believes(self._house, at) and self._step(at)
