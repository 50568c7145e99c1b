"""The fake in a thread of the test."""

import asyncio
import threading
from types import TracebackType
from typing import Any

from tests.fakes.slack.delivering import Deliverer
from tests.fakes.slack.errors import Json
from tests.fakes.slack.people import User
from tests.fakes.slack.server import Wire
from tests.fakes.slack.world import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, Delivery, Fault, World
from tests.fakes.waiting import PATIENCE, wait_for

LIMIT = 10.0


class FakeSlack:
    """A workspace, from `__enter__` to `__exit__`, on a free port of loopback."""

    needs = "fake"
    token = BOT_TOKEN
    app_token = APP_TOKEN
    secret = SIGNING_SECRET

    def __init__(self) -> None:
        self.world = World()
        self.deliverer = Deliverer(self.world)
        self.up = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True)

    async def serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.wire = Wire(self.world, self.deliverer)
        self.over = asyncio.Event()
        await self.wire.start()
        self.up.set()
        await self.over.wait()
        await self.wire.stop()

    def __enter__(self) -> "FakeSlack":
        self.thread.start()
        assert self.up.wait(LIMIT), "the fake did not start"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.loop.call_soon_threadsafe(self.over.set)
        self.thread.join(LIMIT)
        assert not self.thread.is_alive(), "the fake did not stop"

    @property
    def url(self) -> str:
        """The address of the Web API."""
        return f"http://127.0.0.1:{self.wire.port}/api"

    def user(self, name: str, locale: str = "nl-BE") -> User:
        with self.world.lock:
            return User(self.world, self.deliverer, self.world.add_person(name, locale))

    def file(self, file: str) -> bytes:
        return self.world.files[file].data

    def now(self) -> float:
        return self.world.now()

    def later(self, seconds: float) -> None:
        self.world.ahead += seconds

    def fails(self, kind: str, **more: Any) -> Fault:
        """Let calls go wrong: 429, 500, 502, 503, timeout, reset, or a word of the API's own."""
        fault = Fault(kind, **more)
        self.world.faults.append(fault)
        return fault

    def mutes(self, on: bool = True) -> None:
        """Let the sockets say nothing any more, not even to a ping."""
        self.world.muted = on

    def disconnects(self) -> None:
        """Ask the app to open another socket, as Slack does every few hours."""
        asked = {"type": "disconnect", "reason": "refresh_requested"}

        async def ask() -> None:
            for line in list(self.deliverer.lines):
                await line.send_json(asked)

        asyncio.run_coroutine_threadsafe(ask(), self.loop).result(LIMIT)

    @property
    def refused(self) -> list[Json]:
        """The calls that were at fault themselves."""
        return [
            call
            for call in self.world.calls
            if (call["error"] and not call["fault"]) or call.get("in_address")
        ]

    @property
    def unacknowledged(self) -> list[Delivery]:
        return [delivery for delivery in self.world.deliveries if not delivery.acknowledged]

    @property
    def sockets(self) -> int:
        return len([line for line in self.deliverer.lines if not line.closed])

    def quiet(self, seconds: float = PATIENCE) -> None:
        """Wait until the app has all deliveries."""
        wait_for(
            lambda: all(delivery.done for delivery in list(self.world.deliveries)),
            seconds,
            "the last delivery",
        )
