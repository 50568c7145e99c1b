"""The web application on the real server, in a thread of the test."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.applications import Starlette
from typing_extensions import override

from bot.platforms.web.serving.server import Server
from tests.fakes.waiting import PATIENCE, wait_for


class PromptServer(Server):
    """Ends as soon as it is told: else it looks ten times a second, which each test would await."""

    def __init__(self, application: Starlette) -> None:
        super().__init__(application)
        self.told = asyncio.Event()

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self.loop = asyncio.get_running_loop()
        await super().startup(sockets)

    @override
    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.told.wait()

    def end(self) -> None:
        self.loop.call_soon_threadsafe(self.told.set)


@contextmanager
def served(application: Starlette, listener: socket.socket) -> Iterator[None]:
    """Serve on an open port for as long as this lasts."""
    server = PromptServer(application)
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    wait_for(lambda: server.started, what="our application's start")
    try:
        yield
    finally:
        server.end()
        thread.join(PATIENCE)
        assert not thread.is_alive(), f"our application did not end in {PATIENCE} s"
