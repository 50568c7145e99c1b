"""Edits of one message, as many as a platform takes: each shows the newest state, no older one.

Quick fingers tap faster than a message can be edited. What is stored does not wait for the picture
of it: a picture that a newer one overtakes is left out, and the newest always arrives.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from bot.platforms.line.patience import PATIENCE, TRIES, HeldBack

IN_A_CHAT = 1.0
"""Seconds between two edits in one chat: Telegram advises against more than one a second."""
OF_A_BOT = 1 / 25
"""Seconds between two edits of a bot: it may say about thirty things a second in all."""
KNOWN_CHATS = 500
"""Chats of which it is known when they were edited last, before those long ago are forgotten."""

Place = tuple[int, int]
"""A chat, and a message in it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a message is to look like; the higher number is the newer one."""

    place: Place
    number: int
    values: dict[str, Any]


class Edits:
    """The edits of one bot."""

    def __init__(self, pace: float = IN_A_CHAT) -> None:
        """Begin with nothing to draw; the pace is the seconds between two edits in one chat."""
        self._pace = pace
        self._numbers = count(1)
        self._newest: dict[Place, Picture] = {}
        self._chats: dict[int, float] = {}
        self._slot = 0.0
        self._closing = asyncio.Event()

    def announce(self, place: Place, values: dict[str, Any]) -> Picture:
        """Say how a message is to look; what was announced before of it need not be drawn."""
        picture = Picture(place, next(self._numbers), values)
        self._newest[place] = picture
        return picture

    async def draw(
        self,
        picture: Picture,
        send: Callable[[dict[str, Any]], Awaitable[bool]],
        pause_after: Callable[[Exception], float | None],
    ) -> bool:
        """Draw a message as it is to look by now; False where it could not be edited.

        `pause_after` tells how many seconds an error asks us to wait; None raises it. Raises
        HeldBack where the pause is too long, or comes too often, or we are about to end.
        """
        pauses = 0
        while (newest := self._newest.get(picture.place)) and newest.number >= picture.number:
            await self._wait(picture.place[0])
            newest = self._newest.get(picture.place, newest)
            try:
                drawn = await send(newest.values)
            except Exception as error:
                seconds = pause_after(error)
                if seconds is None:
                    self._forget(picture)
                    raise
                pauses += 1
                if not await self._pause(seconds, last=pauses == TRIES):
                    continue
                if self._forget(picture):
                    raise HeldBack(seconds) from error
                return True  # a newer one follows, and waits by itself
            if drawn:
                self._forget(newest)
            return drawn or not self._forget(picture)  # a newer one follows, and is said anew
        return True

    def _forget(self, picture: Picture) -> bool:
        """Have no more to draw of a message, unless a newer picture follows; say whether so."""
        newest = self._newest.get(picture.place) is picture
        if newest:
            del self._newest[picture.place]
        return newest

    def close(self) -> None:
        """Wait for no pause any longer: what cannot be drawn now is kept for later."""
        self._closing.set()

    async def _wait(self, chat: int) -> None:
        """Wait for the turn of a chat, then for the bot's: so none is kept and used late."""
        loop = asyncio.get_running_loop()
        if (free := self._chats.get(chat, 0.0)) > loop.time():
            await asyncio.sleep(free - loop.time())
        now = loop.time()
        at = max(now, self._slot)
        self._slot = at + OF_A_BOT
        if len(self._chats) > KNOWN_CHATS:
            self._chats = {known: free for known, free in self._chats.items() if free > now}
        self._chats[chat] = at + self._pace
        if at > now:
            await asyncio.sleep(at - now)

    async def _pause(self, seconds: float, *, last: bool) -> bool:
        """Wait as long as is asked; True where that is too long, or we are about to end."""
        if last or seconds > PATIENCE:
            return True
        try:
            await asyncio.wait_for(self._closing.wait(), seconds)
        except TimeoutError:
            return False
        return True
