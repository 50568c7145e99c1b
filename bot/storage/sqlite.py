"""SQLite as the library asks it for us: how a transaction begins, and who counts its statements.

The library's own events tell the same, and take a tenth of a tap to find who listens to each.
"""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, PoolProxiedConnection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import OperationalError
from typing_extensions import override

if TYPE_CHECKING:
    from bot.storage.budget import Meter

READING = {"reading": True}
"""Execution options of a connection that only reads: it need not wait for a writer to end."""

_DRIVER = "kompaan"


_EMPTYING = 200
"""Milliseconds that we wait for readers of a log that is to be emptied."""


class Driver(sqlite3.Connection):
    """A connection to a file: the meter that counts on it now, and whether it only reads.

    What it `forgets` may not stay in the log once the transaction is over.
    """

    meter: "Meter | None" = None
    reads = False
    forgets = False


class Dialect(SQLiteDialect_pysqlite):
    """The library's own way with SQLite, except for what is said above."""

    supports_statement_cache = True

    @override
    def set_connection_execution_options(
        self, connection: Connection, opts: Mapping[str, Any]
    ) -> None:
        """Note that a connection only reads, until it is given back."""
        super().set_connection_execution_options(connection, opts)
        driver: Any = connection.connection.driver_connection
        driver.reads = opts.get("reading", driver.reads)

    @override
    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Begin a transaction: at once as a writer, since one that writes later may fail then."""
        driver: Any = dbapi_connection.driver_connection
        begin = "BEGIN" if driver.reads else "BEGIN IMMEDIATE"
        try:
            driver.execute(begin)
        except sqlite3.Error as error:
            raise OperationalError(begin, None, error) from error

    @override
    def do_execute(self, cursor: Any, statement: Any, parameters: Any, context: Any = None) -> None:
        """Execute a statement, where that is not too much."""
        meter = cursor.connection.meter
        if meter is not None:
            meter.ask(len(parameters) if context is not None and context.executemany else 0)
        cursor.execute(statement, parameters)

    @override
    def do_executemany(
        self, cursor: Any, statement: Any, parameters: Any, context: Any = None
    ) -> None:
        """Execute a statement for each row, where that is not too much."""
        meter = cursor.connection.meter
        if meter is not None:
            meter.ask(len(parameters))
        cursor.executemany(statement, parameters)


def forget(connection: Connection) -> None:
    """Let what this transaction deletes leave the log of SQLite as soon as it is over."""
    driver = connection.connection.driver_connection
    if isinstance(driver, Driver):
        driver.forgets = True


def empty_log(driver: Driver, patience: int) -> None:
    """Take everything out of the log, unless somebody reads from it now: then it is for later.

    The patience, in milliseconds, is that which the connection has otherwise.
    """
    try:
        driver.execute(f"PRAGMA busy_timeout = {_EMPTYING}")
        found = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        driver.forgets = found is not None and found[0] != 0
    except sqlite3.Error:
        driver.forgets = True
    finally:
        driver.execute(f"PRAGMA busy_timeout = {patience}")


def by_our_way(url: URL) -> URL:
    """Name the dialect above in the URL of a file of SQLite."""
    registry.register(f"sqlite.{_DRIVER}", __name__, Dialect.__name__)
    return url.set(drivername=f"sqlite+{_DRIVER}")
