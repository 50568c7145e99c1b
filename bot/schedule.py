"""The one ticker: APScheduler wakes it, the database says what is due.

No job lives in the scheduler's own stores: a tick that was missed is made up for by the next one,
and any number of processes may tick.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

EVERY = 20
"""Seconds between two ticks: an alert is due within a minute."""

# The library says each time that a tick still runs; the next one does its work.
logging.getLogger("apscheduler").setLevel(logging.ERROR)


class Ticker:
    """Calls something every so many seconds, never twice at once."""

    def __init__(self, tick: Callable[[], Awaitable[None]], every: int = EVERY) -> None:
        """Prepare; nothing is called until start."""
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            tick,
            IntervalTrigger(seconds=every, timezone=UTC),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Begin, inside a running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """End; a tick under way is not waited for."""
        self._scheduler.shutdown(wait=False)
