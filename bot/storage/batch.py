"""Many updates in one transaction: one commit for all, nothing half done.

The answer to an update exists only once this returns, so nothing is acknowledged before it is
stored, and what was rolled back may be done anew: a job knows nothing but its update and the
database. When one raises, all are done again with a savepoint each, and that one is set aside.
One that costs more than an update may is set aside without being tried again: what came before it
is done anew. After so much work together we commit, whoever waits: the rest is for another time.
What was read in something that is rolled back is forgotten: the next change of a programme gets the
same number. When the database itself fails, the updates are tried one by one: a full disk, for
instance, silently ends the whole transaction inside a savepoint.
"""

import logging
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from bot.ports import Job, JobOutcome
from bot.storage.budget import PER_UPDATE, TOGETHER, Budget, Exceeded, Meter
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.storage.updates import claim, set_aside

log = logging.getLogger(__name__)

Opener = Callable[[Connection], StoredUnitOfWork]
JobRunner = Callable[[StoredUnitOfWork, Job], JobOutcome]

_DATABASE_FAILS = (OperationalError, InterfaceError)


class Unavailable(Exception):
    """The database could not take an update; it is not stored and must be sent again."""


class _Beyond(Exception):
    """The job at this place asked for more than an update may cost."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place


def handle(
    engine: Engine, unit: Opener, jobs: Sequence[Job], budget: Budget = PER_UPDATE
) -> list[JobOutcome | Unavailable]:
    """Handle jobs in order and commit once; an Unavailable stands for a job not stored.

    The outcomes are those of the first jobs, of one at least: the others are left for later.
    """
    try:
        return list(_together(engine, unit, jobs, budget))
    except _Beyond as beyond:
        before = jobs[: beyond.place]
        done = handle(engine, unit, before, budget) if before else []
        if len(done) < len(before):
            return done
        return [*done, _aside(engine, jobs[beyond.place])]
    except _DATABASE_FAILS as error:
        log.warning("%d updates rolled back: %s", len(jobs), type(error.orig).__name__)
        if len(jobs) == 1:
            return [Unavailable()]
        return [outcome for job in jobs for outcome in handle(engine, unit, [job], budget)]


def _together(
    engine: Engine, unit: Opener, jobs: Sequence[Job], budget: Budget
) -> list[JobOutcome]:
    try:
        return _committed(engine, unit, jobs, _done, budget)
    except (*_DATABASE_FAILS, _Beyond):
        raise
    except Exception:
        # A savepoint costs as much as several statements; only now it is known that one is needed.
        return _committed(engine, unit, jobs, _done_or_set_aside, budget)


def _committed(
    engine: Engine, unit: Opener, jobs: Sequence[Job], way: JobRunner, budget: Budget
) -> list[JobOutcome]:
    with engine.connect() as connection, connection.begin() as transaction, ExitStack() as undone:
        work, meters = unit(connection), Meter(TOGETHER)
        undone.callback(work.cache.clear)
        outcomes: list[JobOutcome] = []
        for job in jobs:
            meter = Meter(budget)
            try:
                outcomes.append(_metered(work, job, way, meter))
            except Exception as error:
                # SQLite ends a statement that takes too long with an error of its own.
                if isinstance(error, Exceeded) or meter.is_spent:
                    raise _Beyond(len(outcomes)) from None
                raise
            meters.add(meter)
            if meters.is_spent:
                break
        _still_inside(connection)
        transaction.commit()
        undone.pop_all()
        return outcomes


def _metered(work: StoredUnitOfWork, job: Job, way: JobRunner, meter: Meter) -> JobOutcome:
    with meter.counting(work.connection):
        return way(work, job)


def _done(work: StoredUnitOfWork, job: Job) -> JobOutcome:
    fresh = claim(work.connection, job.key, job.at)
    return JobOutcome(job.work(work) if fresh else job.again(work))


def _done_or_set_aside(work: StoredUnitOfWork, job: Job) -> JobOutcome:
    connection = work.connection
    savepoint = connection.begin_nested()
    try:
        outcome = _done(work, job)
        savepoint.commit()
        return outcome
    except (*_DATABASE_FAILS, Exceeded):
        raise
    except Exception as error:
        savepoint.rollback()
        work.cache.clear()
        # Where it happened and what kind it is; an error's own words may quote what people wrote.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("update %r set aside: %s\n%s", job.key[:80], type(error).__name__, where)
        _keep(connection, job, type(error).__name__)
        return JobOutcome(quarantined=True)


def _aside(engine: Engine, job: Job) -> JobOutcome | Unavailable:
    """Set a job aside that cost too much, without trying it again."""
    log.error("update %r set aside: it costs more than an update may", job.key[:80])
    try:
        with engine.begin() as connection:
            _keep(connection, job, Exceeded.__name__)
    except _DATABASE_FAILS:
        return Unavailable()
    return JobOutcome(quarantined=True, beyond=True)


def _keep(connection: Connection, job: Job, error: str) -> None:
    set_aside(connection, job.key, job.person_id, dict(job.update), error, job.at)


def _still_inside(connection: Connection) -> None:
    """Refuse to commit where SQLite has already ended the transaction by itself."""
    driver = connection.connection.driver_connection
    if driver is not None and getattr(driver, "in_transaction", True) is False:
        raise OperationalError("COMMIT", None, RuntimeError("no transaction"))
