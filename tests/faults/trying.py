"""The process of `kompaan try`, started on the examples, and ended as somebody ends it."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import ClassVar

from bot.__main__ import main
from tests.faults.forked import Forked
from tests.faults.server import LIMIT

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = ["try", str(EXAMPLES / "roster.csv"), str(EXAMPLES / "BAKER.csv")]
CHOSEN = ["--language", "en", "--port", "0"]


class Trying:
    """One `kompaan try`, which puts its folder into `temporary`; it is started at once."""

    needs: ClassVar = "process"

    def __init__(self, folder: Path, temporary: Path, *, forked: bool = False) -> None:
        self.said = folder / "said.txt"
        settings = {"TMPDIR": str(temporary), "KOMPAAN_LANGUAGE": "en"}
        self.process: subprocess.Popen[bytes] | Forked
        if forked:
            self.process = Forked(run, folder, settings, self.said)
            return
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", *COMMAND, *CHOSEN],
                cwd=folder,
                env={**os.environ, **settings},
                stdout=said,
            )

    def address(self) -> str:
        """Where it says that its page is, as soon as it does."""
        give_up = time.monotonic() + LIMIT
        while True:
            said = self.said.read_text() if self.said.exists() else ""
            if found := re.search(r"http://127\.0\.0\.1:[0-9]+", said):
                return found[0]
            assert self.process.poll() is None, "it ended by itself"
            assert time.monotonic() < give_up, "it did not come up"
            time.sleep(0.02)

    def end(self, asked: int) -> int | None:
        """Ask it to end; gives with which code it did."""
        process = self.process.process if isinstance(self.process, Forked) else self.process
        assert process.pid is not None
        os.kill(process.pid, asked)
        self.process.wait(LIMIT)
        return self.process.poll()


def run(folder: Path, settings: dict[str, str], said: Path) -> None:
    """Do what the command does, in a folder of its own."""
    # As in a terminal: whoever starts the tests in the background has them ignore it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(os.open(said, os.O_WRONLY | os.O_CREAT), sys.stdout.fileno())
    os.chdir(folder)
    os.environ |= settings
    sys.argv = ["kompaan", *COMMAND, *CHOSEN]
    main()
