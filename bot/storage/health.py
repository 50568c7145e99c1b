"""What the doctor asks of a database: reachable, current, sound."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.messages import Sayable, Text, _, _n
from bot.storage.engine import journal_mode
from bot.storage.outage import BUSY, DAMAGED, FOREIGN, NO_DATABASE, explained
from bot.storage.periods.period_health import Platforms, period_health
from bot.storage.scoring.system_reads import disagreements
from bot.storage.tables import person, score
from bot.storage.telling.outbox_health import outbox_health
from bot.storage.updates import in_quarantine
from bot.storage.upgrade import NEWER, current, head, is_foreign

_TOUCH = text("UPDATE alembic_version SET version_num = version_num")
_COUNTS = select(
    select(func.count()).select_from(person).scalar_subquery(),
    select(func.count()).select_from(score).scalar_subquery(),
)


UNREADABLE = (ValueError, LookupError, TypeError)
"""What reading rows raises that no version of ours has written: somebody changed the file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is good, and the sentence about it."""

    good: bool
    text: Sayable


def examine(engine: Engine, at: datetime, platforms: Platforms) -> Iterator[Finding]:
    """Look at a database, from whether it answers to whether it agrees with itself.

    What is overdue is so as of an instant; platforms are those on which people talk.
    """
    where = engine.url.render_as_string(hide_password=True)
    try:
        with engine.connect() as connection:
            if is_foreign(connection):
                yield Finding(False, FOREIGN)
                return
            yield Finding(True, _("The database answers: {where}", where=where))
            yield from _inside(connection, at, platforms)
    except SQLAlchemyError as error:
        yield Finding(False, _unanswered(error, where))
    except UNREADABLE:
        yield Finding(False, DAMAGED)
    if engine.dialect.name == "sqlite":
        yield Finding(True, journal_note())


def _inside(connection: Connection, at: datetime, platforms: Platforms) -> Iterator[Finding]:
    """Look at what stands in a database that answers."""
    if not _whole(connection):
        yield Finding(False, DAMAGED)
        return
    step = current(connection)
    yield _version(step)
    if step == head():
        people, scores = connection.execute(_COUNTS).one()
        known = _("{people} people, {scores} scores.", people=people, scores=scores)
        yield Finding(True, known)
        yield _agreement(disagreements(connection))
        yield _quarantine(in_quarantine(connection))
        yield Finding(*outbox_health(connection, at))
        for finding in period_health(connection, at, platforms):
            yield Finding(*finding)
        yield _writable(connection)


def _unanswered(error: SQLAlchemyError, where: str) -> Text:
    """Say why a database gives no answer: of a file that is damaged no server is to blame."""
    said = explained(error)
    if said in (DAMAGED, NO_DATABASE, BUSY):
        return said
    return _(
        "The database does not answer: {where} ({kind}). "
        "Is the server running, and KOMPAAN_DATABASE_URL right?",
        where=where,
        kind=type(getattr(error, "orig", None) or error).__name__,
    )


def _whole(connection: Connection) -> bool:
    """Let SQLite look through its file; a server looks after its own."""
    if connection.dialect.name != "sqlite":
        return True
    return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"


def journal_note() -> Text:
    """Say which SQLite this is, and which journal it therefore gets."""
    return _(
        "SQLite {version}, journal {mode}, synchronous FULL.",
        version=sqlite3.sqlite_version,
        mode=journal_mode(),
    )


def _version(step: str | None) -> Finding:
    if step is not None and step > head():
        return Finding(False, NEWER)
    if step == head():
        return Finding(True, _("The database is of this version ({step}).", step=step))
    return Finding(
        False,
        _(
            "The database is at version {step} and this program needs {needed}: "
            "run 'kompaan migrate'.",
            step=step or "0",
            needed=head(),
        ),
    )


def _writable(connection: Connection) -> Finding:
    """Try to write, and take it back: a full disk and a read-only folder show only then."""
    try:
        connection.execute(_TOUCH)
        connection.rollback()
    except DBAPIError:
        problem = _("The database can be read but not written: is the disk full, or read-only?")
        return Finding(False, problem)
    return Finding(True, _("The database can be written."))


def touch(engine: Engine) -> None:
    """Write, changing nothing, and commit it. Raises DBAPIError where that cannot be done."""
    with engine.begin() as connection:
        connection.execute(_TOUCH)


def _agreement(found: list[str]) -> Finding:
    if not found:
        return Finding(True, _("Ledger, marks and colours agree."))
    return Finding(
        False,
        _n(
            "Ledger and film disagree in {count} place, first: {first}",
            "Ledger and film disagree in {count} places, first: {first}",
            len(found),
            first=found[0],
        ),
    )


def _quarantine(waiting: int) -> Finding:
    if not waiting:
        return Finding(True, _("No message was set aside."))
    return Finding(
        False,
        _n(
            "{count} message raised an error and was set aside; look in the table quarantine.",
            "{count} messages raised an error and were set aside; look in the table quarantine.",
            waiting,
        ),
    )
