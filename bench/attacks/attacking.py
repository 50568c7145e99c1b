"""The attacks, and the process that they meet as Telegram and a browser reach it."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession

from bench.telegram.taps import Taps

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": "bench"}
BETWEEN = 0.05
"""Seconds between an answer and the neighbour's next tap."""
STORM, IDLE, HEAD, FILMS = 2000, 1003, 30_000_000, 20
HELD = 3.0
"""Seconds for which what is held is held."""


@dataclass
class Town:
    """The process under attack, and who talks with it; the first of the people is the neighbour."""

    session: ClientSession
    port: int
    pid: int
    taps: Taps
    neighbour: Taps
    waits: list[float] = field(default_factory=list)

    async def post(self, update: dict[str, Any]) -> None:
        """Deliver an update as Telegram does."""
        url = f"http://127.0.0.1:{self.port}/telegram/webhook"
        async with self.session.post(url, json=update, headers=HEADERS) as answer:
            await answer.read()

    def says(self, who: int, text: str, late: int = 0) -> dict[str, Any]:
        """Make a message by one of the people, said so many seconds ago."""
        number, chat = next(self.taps.numbers), self.taps.codes[who % len(self.taps.codes)][0]
        user = {"id": chat, "is_bot": False, "first_name": "x"}
        place = {"id": chat, "type": "private", "first_name": "x"}
        said = {"message_id": number, "date": int(time.time()) - late, "text": text}
        return {"update_id": number, "message": said | {"chat": place, "from": user}}

    async def tap_until(self, ended: asyncio.Event) -> None:
        """Let the neighbour tap, and note each wait."""
        while not ended.is_set():
            begun = time.perf_counter()
            await self.post(self.neighbour.next())
            self.waits.append(time.perf_counter() - begun)
            await asyncio.sleep(BETWEEN)


async def two_lines(town: Town) -> None:
    """Say two lines of the longest kind, an hour late, with taps and one more line."""
    lines = ("same " + "1 " * 2000, "jonas " + "10 all v 10 all x " * 220)
    many = [town.says(who, line[:4096], late=3600) for who, line in enumerate(lines)]
    many += [town.taps.next() for _tap in range(20)] + [town.says(1, "jonas 10.1 v")]
    await asyncio.gather(*map(town.post, many))


async def forged_taps(town: Town, count: int = STORM) -> None:
    """Tap what was never offered, one account, fifty at once."""
    left, storming = iter(range(count)), Taps(town.taps.codes[:1], town.taps.numbers)

    async def storm() -> None:
        for number in left:
            update = storming.next()
            update["callback_query"]["data"] = f"{('sm', 'nt', 'rx', 'ch')[number % 4]}:{number}:9"
            await town.post(update)

    await asyncio.gather(*(storm() for _hand in range(50)))


async def idle_lines(town: Town) -> None:
    """Open lines that ask for nothing, and hold them."""
    lines = []
    for _number in range(IDLE):
        with contextlib.suppress(OSError):
            lines.append(await asyncio.open_connection("127.0.0.1", town.port))
    await asyncio.sleep(HELD)
    for _reader, writer in lines:
        writer.close()


async def long_head(town: Town) -> None:
    """Send a head that does not end."""
    _reader, writer = await asyncio.open_connection("127.0.0.1", town.port)
    writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
    with contextlib.suppress(OSError):
        for _part in range(HEAD // 65536):
            writer.write(b"a" * 65536)
            await writer.drain()
    writer.close()


async def films(town: Town) -> None:
    """Ask for films, all at once."""
    asked = [town.says(who, "/film jonas") for who in range(FILMS)]
    await asyncio.gather(*map(town.post, asked))


ATTACKS: dict[str, Callable[[Town], Awaitable[None]]] = {
    "two long lines, late": two_lines,
    f"{STORM:,} forged taps": forged_taps,
    f"{IDLE:,} idle connections": idle_lines,
    f"{HEAD // 1_000_000} MB of headers": long_head,
    f"{FILMS} films at once": films,
}
