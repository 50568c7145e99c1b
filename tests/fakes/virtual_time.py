"""An event loop in which waiting takes no time: its clock jumps to whatever comes next.

While a thread works the clock stands still, so that what happens is the same on any machine.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

STUCK = 60.0
"""Real seconds after which a loop that waits for nothing is said to be stuck."""


class _Selector(selectors.DefaultSelector):
    """Selects without waiting, unless a thread is to be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.threads = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None or (self.threads and timeout > 0):
            ready = super().select(STUCK)
            assert ready, "the loop waits for something that never comes"
            return ready
        ready = super().select(0)
        if not ready:
            self.now += max(timeout, 0)
        return ready


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """A loop with a clock of its own."""

    def __init__(self) -> None:
        self._virtual = _Selector()
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.now

    def run_in_executor(  # type: ignore[override]
        self, executor: Any, function: Any, *arguments: Any
    ) -> Any:
        self._virtual.threads += 1
        future = super().run_in_executor(executor, function, *arguments)
        future.add_done_callback(self._thread_ended)
        return future

    def _thread_ended(self, _future: object) -> None:
        self._virtual.threads -= 1


def clock_from(start: datetime) -> Callable[[], datetime]:
    """Make a clock that shows the running loop's time, from `start` on."""
    assert start.tzinfo is UTC
    return lambda: start + timedelta(seconds=asyncio.get_running_loop().time())


def run(main: Coroutine[Any, Any, Any]) -> Any:
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(main)
