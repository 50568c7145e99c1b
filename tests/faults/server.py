"""The real process, started and killed, and what speaks HTTP with it on loopback."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import ClassVar

from bot.__main__ import main
from tests.faults.forked import Forked

LIMIT = 120.0
"""Seconds; long, since whoever waits goes on at once, and a machine may have other work."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """One `kompaan run` on one database; it can be killed and started again on its port.

    It is the command itself that begins, and is killed first, unless it is to be a fork from the
    beginning; what comes after it is one.
    """

    needs: ClassVar = "process"
    url: str
    port: int
    folder: str
    process: subprocess.Popen[bytes] | Forked | None = None
    settings: dict[str, str] = field(default_factory=dict)
    ready: str = "/readyz"
    forked: bool = False

    def start(self) -> None:
        environment = {
            **os.environ,
            "KOMPAAN_DATABASE_URL": self.url,
            "KOMPAAN_HTTP_PORT": str(self.port),
            **self.settings,
        }
        if self.process is None and not self.forked:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"],
                cwd=self.folder,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        else:
            self.process = Forked(run, self.folder, environment)
        give_up = time.monotonic() + LIMIT
        while not self.answers():
            assert self.process.poll() is None, "the server ended by itself"
            assert time.monotonic() < give_up, "the server did not come up"
            time.sleep(0.02)

    def answers(self) -> bool:
        try:
            return self.ask("GET", self.ready)[0] == 200
        except OSError:
            return False

    def kill(self) -> None:
        """End it with -9, whatever it is doing."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(LIMIT)

    def stop(self) -> None:
        """End it as an operator would."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(LIMIT)

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, dict[str, object]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        try:
            text = None if body is None else json.dumps(body)
            connection.request(method, path, text, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            raw = answer.read()
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()
        return answer.status, json.loads(raw) if raw.startswith(b"{") else {}


def run(folder: str, environment: dict[str, str], *arguments: str) -> None:
    """Do what `python -m bot run` does, or another command, in a folder and an environment."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["kompaan", *(arguments or ("run",))]
    main()
