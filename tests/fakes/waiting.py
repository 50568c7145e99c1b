"""The patience to wait for what a fake brings about by itself."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 120.0
"""Seconds; long, since whoever waits goes on at once, and a machine may have other work."""


def wait_for(
    look: Callable[[], T], seconds: float = PATIENCE, what: str = "it", pause: float = 0.003
) -> T:
    """Look until something is there; in an async test, in a thread (`asyncio.to_thread`).

    Between two looks it pauses for some seconds: a look that costs others time needs a longer one.
    """
    give_up = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < give_up, f"{what} did not happen in {seconds} s"
        time.sleep(pause)
    return found


class Stopwatch:
    """Counts seconds from when it is made, without those that the machine gave to others.

    A machine that is busy with something else has broken nothing: what a thread of this process
    could have done, and got no processor for, is left out. Linux alone tells that.
    """

    def __init__(self) -> None:
        self._begun, self._kept = time.monotonic(), _kept()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._begun - self.kept

    @property
    def kept(self) -> float:
        """The seconds that were left out so far, of all threads together."""
        return max(0.0, _kept() - self._kept)  # a thread that ended takes its own along


def _kept() -> float:
    """For how long the threads of this process were ready and got no processor, in seconds."""
    nanoseconds = 0
    for told in Path("/proc/self/task").glob("*/schedstat"):
        with suppress(OSError):  # it ended meanwhile
            nanoseconds += int(told.read_text().split()[1])
    return nanoseconds / 1e9
