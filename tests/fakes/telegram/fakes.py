"""The fake in a thread of the test, and in a process of its own."""

import asyncio
import http.client
import json
import random
import subprocess
import sys
import threading
from abc import abstractmethod
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.fakes.telegram.acting import Verbs
from tests.fakes.telegram.dispatch import Dispatch
from tests.fakes.telegram.handles import TOKEN, Fake
from tests.fakes.telegram.server import Wire
from tests.fakes.telegram.world import World

ROOT = Path(__file__).parents[3]
LIMIT = 120.0


class Running(Fake):
    """A fake that starts and stops with a `with`."""

    needs = "fake"

    @abstractmethod
    def start(self) -> None: ...

    @abstractmethod
    def stop(self) -> None: ...

    def __enter__(self) -> Any:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class FakeTelegram(Running):
    """In a thread: started on a free port, or on the one it is given.

    All ids and all chance follow from the seed.
    """

    def __init__(self, token: str = TOKEN, port: int = 0, seed: int = 1) -> None:
        super().__init__(token, port)
        self.dispatch = Dispatch(World(random.Random(seed)))
        self.verbs = Verbs(self.dispatch)
        self.verbs.add_bot(token)
        self.up = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True)
        self.failure: BaseException | None = None

    def do(self, verb: str, **args: Any) -> Any:
        # As over HTTP: what a test holds does not change under its hands.
        return json.loads(json.dumps(self.verbs.do(verb, args)))

    async def serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.wire = Wire(self.dispatch, self.verbs.do)
        try:
            await self.wire.run(self.port, self.is_up)
        except BaseException as error:
            self.failure = error
            raise
        finally:
            self.up.set()

    def is_up(self, port: int) -> None:
        self.port = port
        self.up.set()

    def start(self) -> None:
        self.thread.start()
        assert self.up.wait(LIMIT), "the fake did not start"
        if self.failure:
            raise self.failure

    def stop(self) -> None:
        if self.thread.is_alive():
            self.loop.call_soon_threadsafe(self.wire.closing.set)
            self.thread.join(LIMIT)
            assert not self.thread.is_alive(), "the fake did not stop"


class TelegramProcess(Running):
    """In a process of its own, which ends with this one."""

    def __init__(self, token: str = TOKEN, port: int = 0, seed: int = 1) -> None:
        super().__init__(token, port)
        self.seed = seed
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.fakes.telegram", "--tied"]
        command += ["--port", str(self.port), "--token", self.token]
        command += ["--seed", str(self.seed)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        assert said, "the fake did not start"
        self.port = int(said.rpartition(":")[2])

    def stop(self) -> None:
        if self.process is not None:
            self.process.communicate(timeout=LIMIT)

    def do(self, verb: str, **args: Any) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        try:
            body = json.dumps(args)
            kind = {"Content-Type": "application/json"}
            connection.request("POST", f"/control/{verb}", body, kind)
            answer = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer["result"]
