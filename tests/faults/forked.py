"""What the victims load, loaded once: what is killed many times is forked from there each time.

Loading takes ten times as long as all that such a process does until it is killed. It opens and
starts nothing, and reads nothing but what the program comes with, so a fork is as fresh as a
process that loads all by itself.
"""

import os
import signal
import warnings
from collections.abc import Callable
from multiprocessing import get_context
from typing import Any

LOADED = [
    "tests.faults.outbox.outbox_process",
    "tests.faults.server",
    "tests.faults.warm",
    "bot.cli.serving",
    "bot.platforms.slack.platform",
    "bot.platforms.telegram.platform",
    "bot.platforms.web.serving.server",
    "bot.wiring.logs",
    "bot.wiring.pages.web",
    # What libraries load when they first need it.
    "anyio._backends._asyncio",
    "apscheduler.executors.asyncio",
    "babel.dates",
    "babel.lists",
    "babel.numbers",
    "holidays.countries",
    "psycopg",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "uvicorn.lifespan.on",
    "uvicorn.loops.auto",
    "uvicorn.loops.uvloop",
]


class Forked:
    """A function in a process of its own, with the face of a `subprocess.Popen`."""

    def __init__(self, does: Callable[..., None], *arguments: Any) -> None:
        server = get_context("forkserver")
        server.set_forkserver_preload(LOADED)
        self.process = server.Process(target=does, args=arguments)
        self.process.start()

    def poll(self) -> int | None:
        return self.process.exitcode

    def wait(self, timeout: float) -> None:
        self.process.join(timeout)
        assert self.process.exitcode is not None, f"it did not end in {timeout} s"

    def kill(self) -> None:
        self.process.kill()

    def terminate(self) -> None:
        self.process.terminate()


def ended(does: Callable[..., None], *arguments: Any) -> int:
    """Do something in a fork of this very process, and tell how that ended, as `Popen` would.

    What the tests have compiled so far it has, too: a first tick compiles for longer than it takes.
    It is for what opens all that it uses itself: no connection may be open here to the same file.
    """
    with warnings.catch_warnings():
        # Who tests beside others has a thread that listens to them, which a fork has not.
        warnings.simplefilter("ignore", DeprecationWarning)
        fork = os.fork()
    if not fork:
        try:
            signal.alarm(60)  # nobody waits for ever
            does(*arguments)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1])
