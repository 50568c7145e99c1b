"""The real library and a bare webhook, to try the fake of Telegram with."""

import asyncio
import json
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, TelegramError
from telegram.request import HTTPXRequest

from tests.fakes.telegram import FakeTelegram, TelegramProcess

Answer = tuple[int, object]


class Client:
    """A bot of the library; calling it runs one of its coroutines."""

    def __init__(
        self, fake: FakeTelegram | TelegramProcess, runner: asyncio.Runner, token: str = ""
    ) -> None:
        self.fake = fake
        self.runner = runner
        wires = [HTTPXRequest(read_timeout=2, httpx_kwargs={"verify": False}) for _side in "ab"]
        self.bot = Bot(token or fake.token, fake.base_url, "", wires[0], wires[1])
        self.wires = wires

    def __call__(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    def raw(self, method: str, **fields: Any) -> Any:
        """Call a method with fields that the library would not let pass."""
        return self(self.any(method, **fields))

    def any(self, method: str, **fields: Any) -> Coroutine[Any, Any, Any]:
        # In small letters, which the API takes, the library does not know the name.
        return self.bot.do_api_request(method.lower(), api_kwargs=fields)

    def refused(
        self, work: Coroutine[Any, Any, Any], kind: type[TelegramError] = BadRequest
    ) -> str:
        """Read what the API says of a call that it must refuse; the library changes the text."""
        try:
            self(work)
        except kind:
            return str(self.fake.calls()[-1]["description"])
        raise AssertionError("it was not refused")

    def raw_refused(self, method: str, **fields: Any) -> str:
        return self.refused(self.any(method, **fields))


@contextmanager
def client(fake: FakeTelegram | TelegramProcess, token: str = "") -> Iterator[Client]:
    with pytest.MonkeyPatch.context() as environment, asyncio.Runner() as runner:
        # Without it the library warns when it reads a number of seconds, as of a 429.
        environment.setenv("PTB_TIMEDELTA", "1")
        made = Client(fake, runner, token)
        yield made
        for wire in made.wires:
            runner.run(wire.shutdown())


class Receiver:
    """A webhook that remembers what came, and answers what it is told."""

    def __init__(self) -> None:
        self.came: list[tuple[dict[str, str], dict[str, Any]]] = []
        self.answer: Callable[[dict[str, Any]], Answer] = lambda _update: (200, None)
        self.kind = "application/json"
        self.slow = 0.0

    @property
    def updates(self) -> list[dict[str, Any]]:
        return [update for _headers, update in self.came]


@contextmanager
def receiving(receiver: Receiver, port: int = 0) -> Iterator[str]:
    """Serve it, and give its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            update = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            time.sleep(receiver.slow)
            receiver.came.append((dict(self.headers), update))
            status, value = receiver.answer(update)
            body = b"" if value is None else json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", receiver.kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_parts: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    with Server(("127.0.0.1", port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hook"
        finally:
            server.shutdown()
            thread.join()
