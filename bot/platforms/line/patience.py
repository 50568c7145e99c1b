"""Patience with a platform: what it surely did not take is said again, and nothing else."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

TRIES = 4
PATIENCE = 60.0
"""Seconds that an answer waits at most in memory when a pause is asked for."""
UNREACHED = 1.0
"""Seconds until the next try where no connection was made."""


class HeldBack(Exception):
    """What is to be said was surely not taken, and waiting for it here would take too long."""

    def __init__(self, seconds: float) -> None:
        """Keep after how many seconds it may be tried again."""
        super().__init__(seconds)
        self.seconds = seconds


async def patiently(
    say: Callable[[], Awaitable[T]], pause_after: Callable[[Exception], float | None]
) -> T:
    """Say something, again after a pause where an error allows it; raises what went wrong.

    `pause_after` tells how many seconds an error asks us to wait; None where it does not say that
    nothing was taken. A time-out does not: trying again could say it twice. Raises HeldBack where
    the pause is too long, or comes too often.
    """
    for attempt in range(TRIES):
        try:
            return await say()
        except Exception as error:
            pause = pause_after(error)
            if pause is None:
                raise
            if pause > PATIENCE or attempt == TRIES - 1:
                raise HeldBack(pause) from error
        await asyncio.sleep(pause)
    raise AssertionError("the last try returns or raises")
