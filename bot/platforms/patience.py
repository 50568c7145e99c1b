"""Patience with a platform: what it surely did not take is said again, and nothing else."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

TRIES = 4
PATIENCE = 60.0
"""Seconds that an answer waits at most when a pause is asked for; later it is of no use."""
UNREACHED = 1.0
"""Seconds until the next try where no connection was made."""


async def patiently(
    say: Callable[[], Awaitable[T]], pause_after: Callable[[Exception], float | None]
) -> T:
    """Say something, again after a pause where an error allows it; raises what went wrong.

    `pause_after` tells how many seconds an error asks us to wait; None where it does not say that
    nothing was taken. A time-out does not: trying again could say it twice.
    """
    for _attempt in range(TRIES - 1):
        try:
            return await say()
        except Exception as error:
            pause = pause_after(error)
            if pause is None or pause > PATIENCE:
                raise
        await asyncio.sleep(pause)
    return await say()
