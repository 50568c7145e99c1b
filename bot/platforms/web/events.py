"""What happens, told to every open page of this process as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

HEARTBEAT = 15.0
"""Seconds of silence after which a page is told that we are still there."""

WAITING = 256
"""Events that may wait for a slow page; one that falls further behind begins anew."""

BEAT = ": still here\n\n"
LOOK = ""
"""Instead of an event: ask the pulse now."""

COME_BACK = "retry: 1000\n\n"

Pulse = Callable[[], Awaitable[str | None]]
"""Asked in silence: a comment or an event to send, or None to end the stream."""


class Broadcast:
    """The open pages of this process; all its methods belong to the event loop."""

    def __init__(self, heartbeat: float = HEARTBEAT) -> None:
        """Begin without pages."""
        self._heartbeat = heartbeat
        self._pages: dict[asyncio.Queue[str | None], str] = {}
        self._holders: dict[asyncio.Queue[str | None], str] = {}
        self._closed = False

    @property
    def pages(self) -> int:
        """Count the open pages."""
        return len(self._pages)

    def tell(self, channel: str, event: str, data: Any) -> None:
        """Tell every open page on a channel; nobody is waited for."""
        # JSON has no line break outside its strings, so the data is one line.
        told = f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
        for page, heard in tuple(self._pages.items()):
            if heard != channel:
                continue
            if page.full():
                self._end(page)
            else:
                page.put_nowait(told)

    def look(self, channel: str) -> None:
        """Let every open page on a channel ask its pulse now, and not at the next silence."""
        for page, heard in tuple(self._pages.items()):
            if heard == channel and not page.full():
                page.put_nowait(LOOK)

    def close(self) -> None:
        """End all streams, and those that are still opened: the process stops."""
        self._closed = True
        for page in tuple(self._pages):
            self._end(page)

    async def stream(
        self, channel: str, pulse: Pulse | None = None, *, holder: str = "", most: int = 0
    ) -> AsyncIterator[str]:
        """Send one page the events of a channel until it leaves or we stop.

        In silence `pulse` is asked what to send, and ends the stream by saying nothing. Of a
        `holder` so many are open at `most`: the oldest makes room, which may be one whose line
        broke unnoticed.
        """
        page: asyncio.Queue[str | None] = asyncio.Queue(WAITING)
        if self._closed:
            return
        self._pages[page] = channel
        if holder:
            self._holders[page] = holder
            for oldest in [held for held, by in self._holders.items() if by == holder][:-most]:
                self._end(oldest)
        try:
            yield COME_BACK
            while (told := await self._next(page, pulse)) is not None:
                yield told
        finally:
            self._pages.pop(page, None)
            self._holders.pop(page, None)

    async def _next(self, page: "asyncio.Queue[str | None]", pulse: Pulse | None) -> str | None:
        try:
            told = await asyncio.wait_for(page.get(), self._heartbeat)
        except TimeoutError:
            told = LOOK
        if told == LOOK:
            return await pulse() if pulse else BEAT
        return told

    def _end(self, page: "asyncio.Queue[str | None]") -> None:
        """Let a page's stream end; it opens a new one and fetches what it missed."""
        self._pages.pop(page, None)
        self._holders.pop(page, None)
        while not page.empty():
            page.get_nowait()
        page.put_nowait(None)
