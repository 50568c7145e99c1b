"""The patience to wait for what a fake brings about by itself."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 30.0
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
