"""Many updates in one transaction: one commit for all, nothing half done.

The answer to an update exists only once this returns, so nothing is acknowledged before it is
stored, and what was rolled back may be done anew: a job knows nothing but its update and the
database. When one raises, all are done again with a savepoint each, and that one is set aside.
When the database itself fails, the updates are tried one by one: a full disk, for instance,
silently ends the whole transaction inside a savepoint.
"""

import logging
import traceback
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

from bot.ports import Job, JobOutcome
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.storage.updates import claim, set_aside

log = logging.getLogger(__name__)

Opener = Callable[[Connection], StoredUnitOfWork]
JobRunner = Callable[[StoredUnitOfWork, Job], JobOutcome]

_DATABASE_FAILS = (OperationalError, InterfaceError)


class Unavailable(Exception):
    """The database could not take an update; it is not stored and must be sent again."""


def handle(engine: Engine, unit: Opener, jobs: Sequence[Job]) -> list[JobOutcome | Unavailable]:
    """Handle jobs in order and commit once; an Unavailable stands for a job not stored."""
    try:
        return list(_together(engine, unit, jobs))
    except _DATABASE_FAILS as error:
        log.warning("%d updates rolled back: %s", len(jobs), type(error.orig).__name__)
        if len(jobs) == 1:
            return [Unavailable()]
        return [outcome for job in jobs for outcome in handle(engine, unit, [job])]


def _together(engine: Engine, unit: Opener, jobs: Sequence[Job]) -> list[JobOutcome]:
    try:
        return _committed(engine, unit, jobs, _done)
    except _DATABASE_FAILS:
        raise
    except Exception:
        # A savepoint costs as much as several statements; only now it is known that one is needed.
        return _committed(engine, unit, jobs, _done_or_set_aside)


def _committed(
    engine: Engine, unit: Opener, jobs: Sequence[Job], way: JobRunner
) -> list[JobOutcome]:
    with engine.connect() as connection, connection.begin() as transaction:
        work = unit(connection)
        outcomes = [way(work, job) for job in jobs]
        _still_inside(connection)
        transaction.commit()
        return outcomes


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
    except _DATABASE_FAILS:
        raise
    except Exception as error:
        savepoint.rollback()
        # Where it happened and what kind it is; an error's own words may quote what people wrote.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("update %r set aside: %s\n%s", job.key[:80], type(error).__name__, where)
        set_aside(
            connection, job.key, job.person_id, dict(job.update), type(error).__name__, job.at
        )
        return JobOutcome(quarantined=True)


def _still_inside(connection: Connection) -> None:
    """Refuse to commit where SQLite has already ended the transaction by itself."""
    driver = connection.connection.driver_connection
    if driver is not None and getattr(driver, "in_transaction", True) is False:
        raise OperationalError("COMMIT", None, RuntimeError("no transaction"))
