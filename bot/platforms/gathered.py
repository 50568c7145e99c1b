"""An album arrives as several messages, and is answered once: by what is said to the last."""

import asyncio
from collections.abc import Callable, Hashable

PAUSE = 0.7
"""Seconds without another message after which an album counts as whole."""


class Gathered:
    """What is to be said to albums once they are whole, by chat and album."""

    def __init__(self) -> None:
        """Begin with no album."""
        self._waiting: dict[Hashable, asyncio.Task[None]] = {}

    @property
    def under_way(self) -> list[asyncio.Task[None]]:
        """What waits until its album is whole."""
        return list(self._waiting.values())

    def say(self, album: Hashable, saying: Callable[[], None]) -> None:
        """Say something to an album when it is whole, in the place of what was to be said."""
        before = self._waiting.pop(album, None)
        if before is not None:
            before.cancel()

        async def later() -> None:
            await asyncio.sleep(PAUSE)
            del self._waiting[album]
            saying()

        self._waiting[album] = asyncio.get_running_loop().create_task(later())
