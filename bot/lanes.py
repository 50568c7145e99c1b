"""Serial execution per person: a lane is one thread that takes whatever waits, together.

A person always hashes to the same lane, so their updates stay in order; while a lane commits,
the next updates gather, and share the next commit.
"""

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager

from bot.ports import Job, JobOutcome

log = logging.getLogger(__name__)

TOGETHER = 200
"""How many updates share a commit at most."""

Handle = Callable[[Sequence[Job]], Sequence[JobOutcome | Exception]]

HANDLED, SET_ASIDE, NOT_STORED = OUTCOMES = ("handled", "set_aside", "not_stored")
"""What comes of jobs."""


class Lane:
    """One thread that handles jobs in the order in which they came."""

    def __init__(self, handle: Handle, name: str) -> None:
        """Prepare a lane; nothing runs until start."""
        self._handle = handle
        self._waiting: queue.SimpleQueue[tuple[Job, Future[JobOutcome]] | None] = (
            queue.SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        # Written by this lane's thread alone.
        self.tally = dict.fromkeys(OUTCOMES, 0)

    def start(self) -> None:
        """Begin to handle jobs."""
        self._thread.start()

    def stop(self) -> None:
        """Handle what waits, then end."""
        self._waiting.put(None)
        self._thread.join()

    def submit(self, job: Job) -> "Future[JobOutcome]":
        """Hand in a job; the future ends after its commit, or with why it was not stored."""
        future: Future[JobOutcome] = Future()
        self._waiting.put((job, future))
        return future

    def _run(self) -> None:
        open_ = True
        while open_:
            taken, open_ = self._take()
            if taken:
                self._settle(taken)

    def _take(self) -> tuple[list[tuple[Job, "Future[JobOutcome]"]], bool]:
        taken: list[tuple[Job, Future[JobOutcome]]] = []
        item = self._waiting.get()
        while item is not None:
            taken.append(item)
            if len(taken) == TOGETHER or self._waiting.empty():
                return taken, True
            item = self._waiting.get()
        return taken, False

    def _settle(self, taken: list[tuple[Job, "Future[JobOutcome]"]]) -> None:
        # Who gave up before the work began is left out; from here on nobody can give up.
        taken = [(job, future) for job, future in taken if future.set_running_or_notify_cancel()]
        if not taken:
            return
        for (_, future), outcome in zip(taken, self._outcomes(taken), strict=True):
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
            if len(outcomes) != len(taken):
                raise RuntimeError("as many outcomes as jobs")
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
        """Let every lane finish what waits, and end."""
        for lane in self._lanes:
            lane.stop()
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
        number = job.lane if job.lane is not None else job.person_id or 0
        return self._lanes[number % len(self._lanes)].submit(job)
