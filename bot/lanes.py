"""Serial execution per person: a lane is one thread that takes whatever waits, together.

A person always hashes to the same lane, so their updates stay in order; while a lane commits,
the next updates gather, and share the next commit. They are taken from each person in turn, so a
storm of one waits for the others, and not the others for it.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager

from bot.fairness import FairQueue
from bot.ports import Job, JobOutcome

log = logging.getLogger(__name__)

TOGETHER = 200
"""How many updates share a commit at most."""

LAST_SECONDS = 5.0
"""How long a lane that is stopped goes on with what waits; who is left is not acknowledged."""

Handle = Callable[[Sequence[Job]], Sequence[JobOutcome | Exception]]
"""Handles the first of these jobs, one at least, and says what came of each; the others wait on."""

HANDLED, SET_ASIDE, NOT_STORED = OUTCOMES = ("handled", "set_aside", "not_stored")
"""What comes of jobs."""


class Ended(Exception):
    """The process ended before an update was taken; it is not stored and must be sent again."""


class Lane:
    """One thread that handles jobs in the order in which they came."""

    def __init__(self, handle: Handle, name: str) -> None:
        """Prepare a lane; nothing runs until start."""
        self._handle = handle
        self._waiting: FairQueue[tuple[Job, Future[JobOutcome]]] = FairQueue()
        self._until: float | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        # Written by this lane's thread alone.
        self.tally = dict.fromkeys(OUTCOMES, 0)

    def start(self) -> None:
        """Begin to handle jobs."""
        self._thread.start()

    def close(self, until: float) -> None:
        """Handle what waits until an instant of the steady clock, then end."""
        self._until = until
        self._waiting.close()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def stop(self) -> None:
        """Handle what waits, for some seconds at most, then end."""
        self.close(time.monotonic() + LAST_SECONDS)
        self.join()

    def submit(self, job: Job) -> "Future[JobOutcome]":
        """Hand in a job; the future ends after its commit, or with why it was not stored."""
        future: Future[JobOutcome] = Future()
        self._waiting.put(owner_of(job), (job, future))
        return future

    def _run(self) -> None:
        while taken := self._waiting.take(TOGETHER):
            if self._until is None or time.monotonic() < self._until:
                self._settle(taken)
            else:
                self._leave(taken)

    def _leave(self, taken: list[tuple[Job, "Future[JobOutcome]"]]) -> None:
        for _job, future in taken:
            if future.running() or future.set_running_or_notify_cancel():
                future.set_exception(Ended())

    def _settle(self, taken: list[tuple[Job, "Future[JobOutcome]"]]) -> None:
        # Who gave up before the work began is left out; from here on nobody can give up.
        taken = [
            (job, future)
            for job, future in taken
            if future.running() or future.set_running_or_notify_cancel()
        ]
        if not taken:
            return
        outcomes = self._outcomes(taken)
        for job, future in reversed(taken[len(outcomes) :]):
            self._waiting.put_back(owner_of(job), (job, future))
        for (_, future), outcome in zip(taken, outcomes, strict=False):
            if isinstance(outcome, JobOutcome):
                self.tally[SET_ASIDE if outcome.quarantined else HANDLED] += 1
                future.set_result(outcome)
            else:
                self.tally[NOT_STORED] += 1
                future.set_exception(outcome)

    def _outcomes(
        self, taken: "Sequence[tuple[Job, Future[JobOutcome]]]"
    ) -> Sequence[JobOutcome | Exception]:
        """Handle jobs; whatever that raises is the outcome of each, and ends no lane."""
        try:
            outcomes = self._handle([job for job, _ in taken])
            if not 0 < len(outcomes) <= len(taken):
                raise RuntimeError("one outcome at least, and no more than jobs")
        except BaseException as error:
            log.warning("a lane goes on after %s", type(error).__name__)
            met = error if isinstance(error, Exception) else RuntimeError(type(error).__name__)
            return [met] * len(taken)
        return outcomes


class Lanes:
    """Several lanes, among which people are divided."""

    def __init__(
        self, handle: Handle, count: int = 1, ended: Callable[[], None] = lambda: None
    ) -> None:
        """Prepare so many lanes, with what is to be done once they have ended.

        SQLite, with its single writer, gets one lane.
        """
        self._ended = ended
        self._lanes = [Lane(handle, f"lane-{number}") for number in range(count)]

    def start(self) -> None:
        """Start every lane."""
        for lane in self._lanes:
            lane.start()

    def stop(self) -> None:
        """Let every lane finish what waits, for some seconds at most, and end."""
        until = time.monotonic() + LAST_SECONDS
        for lane in self._lanes:
            lane.close(until)
        for lane in self._lanes:
            lane.join()
        self._ended()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run the lanes for as long as this lasts; what waits at its end is still handled."""
        self.start()
        try:
            yield
        finally:
            self.stop()

    @property
    def tally(self) -> Mapping[str, int]:
        """Count the jobs by what came of them, since the lanes were made."""
        return {name: sum(lane.tally[name] for lane in self._lanes) for name in OUTCOMES}

    def submit(self, job: Job) -> "Future[JobOutcome]":
        """Hand a job to its person's lane."""
        return self._lanes[owner_of(job) % len(self._lanes)].submit(job)


def owner_of(job: Job) -> int:
    """Tell by a number whose job it is."""
    return job.lane if job.lane is not None else job.person_id or 0
