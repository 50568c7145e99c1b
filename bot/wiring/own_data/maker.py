"""Who makes the files that people want of their own data, as the process runs it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from starlette.routing import Route

from bot.messages import OwnDataFile
from bot.use_cases.rights.having.fetch_own_data import read_own_file
from bot.wiring import House
from bot.wiring.files import drawn_apart
from bot.wiring.jumps import still_believes
from bot.wiring.own_data.making import make_next

log = logging.getLogger(__name__)

EVERY = 5.0
"""Seconds between two looks: what is wanted waits a minute anyway."""


class OwnDataMaker:
    """Makes one file after the other, in a thread of its own beside lanes and clock."""

    name = "own data"
    routes: Sequence[Route] = ()

    def __init__(self, house: House, every: float = EVERY) -> None:
        """Prepare; nothing is made until start."""
        self._house = house
        self._every = every
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin to look for what is wanted."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Let what is being made end: what is killed is begun anew by another one."""
        self._stop.set()
        if self._task is not None:
            await self._task

    def problem(self, _at: datetime) -> str | None:
        """Say nothing: whoever waits for a file that fails is told."""
        return None

    async def _run(self) -> None:
        while not self._stop.is_set():
            try:
                more = await asyncio.to_thread(self._next)
            except Exception as error:
                log.warning("no file was looked for: %s", type(error).__name__)
                more = False
            if not more:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), self._every)

    def _next(self) -> bool:
        at = datetime.now(UTC)
        if not still_believes(self._house, at):
            return False
        return make_next(self._house.transaction, self._house.reading, drawn_apart, at)


def fetch(house: House, now: Callable[[], datetime], lies: OwnDataFile) -> bytes | None:
    """Read a file that lies ready for a person; None where its day is over."""
    with house.reading() as uow:
        return read_own_file(uow, lies.take_away, lies.person, now())
