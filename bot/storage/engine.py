"""How we connect: the same code on SQLite and PostgreSQL, each with what keeps it safe."""

import os
import sqlite3
from contextlib import suppress
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import NullPool, Pool, QueuePool

from bot.domain.school.naming import as_json
from bot.storage.budget import watch
from bot.storage.compiled import COMPILED
from bot.storage.sqlite import Driver, by_our_way, empty_log

WAL_FIXED = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""The first SQLite releases, per branch, without the WAL-reset bug."""

BUSY_SECONDS = 30

PREPARED = 1000
"""Statements that a connection keeps prepared: two hundred taps ask more than 128."""

OPTIONS = {"compiled_cache": COMPILED}


def wal_is_safe(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> bool:
    """Say whether this SQLite may use a write-ahead log with several connections."""
    if version >= WAL_FIXED[0]:
        return True
    return any(version[:2] == fixed[:2] and version >= fixed for fixed in WAL_FIXED)


def journal_mode() -> str:
    """Name the journal that we use on this SQLite."""
    return "WAL" if wal_is_safe() else "TRUNCATE"


def connect(url: str, *, keeps_open: bool = False) -> Engine:
    """Make the engine for a database URL; nothing connects until it is used.

    With `keeps_open` connections to SQLite stay open between transactions, with the statements that
    they have prepared, until the engine is disposed of; to PostgreSQL they always do. To open one
    reads the whole schema, which takes longer than most transactions that read.
    Raises sqlalchemy.exc.ArgumentError for a URL that cannot be read.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, QueuePool if keeps_open else NullPool)
    engine = create_engine(
        url,
        pool_pre_ping=True,
        pool_size=4,
        max_overflow=4,
        execution_options=OPTIONS,
        json_serializer=as_json,
    )
    watch(engine)
    event.listen(engine, "connect", _keep_prepared)
    return engine


def _keep_prepared(connection: Any, _record: Any) -> None:
    connection.prepared_max = PREPARED


def _sqlite(url: URL, pool: type[Pool]) -> Engine:
    # The one that was given back last comes first: it has prepared the most. Nobody waits for one.
    kept = {"max_overflow": -1, "pool_use_lifo": True} if pool is QueuePool else {}
    engine = create_engine(
        by_our_way(url),
        poolclass=pool,
        **kept,
        connect_args={
            "timeout": BUSY_SECONDS,
            "check_same_thread": False,
            "factory": Driver,
            "cached_statements": PREPARED,
        },
        execution_options=OPTIONS,
        json_serializer=as_json,
    )
    engine.url = url
    _keep_to_its_file(engine)
    return engine


def _keep_to_its_file(engine: Engine) -> None:
    """Prepare each connection, and let go of one whose file is not the one it was opened on."""

    @event.listens_for(engine, "do_connect")
    def make(_dialect: Any, _record: Any, _arguments: Any, _named: Any) -> None:
        _make_private(engine.url)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        record.info["file"] = _file(engine)
        # The driver must not begin transactions by itself: our dialect does, IMMEDIATE, since
        # a deferred one that reads and then writes fails at once when somebody else writes.
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {BUSY_SECONDS * 1000}",
            f"journal_mode = {journal_mode()}",
            "synchronous = FULL",
            "foreign_keys = ON",
            # What is deleted is written over at once: most builds do, and ours must.
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "checkin")
    def give_back(connection: Any, _record: Any) -> None:
        if connection is not None:  # it is none where it was found to be broken
            _let_go(connection)

    @event.listens_for(engine, "checkout")
    def look(_connection: Any, record: Any, _proxy: Any) -> None:
        # What is written to a file that was moved away or put back from a copy would be lost.
        if record.info["file"] != _file(engine):
            raise DisconnectionError


def _let_go(driver: Driver) -> None:
    """Let a connection be nobody's, with nothing in the log that may not stay there."""
    driver.reads = False
    if driver.forgets:
        empty_log(driver, BUSY_SECONDS * 1000)


def _make_private(url: URL) -> None:
    """Make the file of a database for its owner alone; SQLite gives its companions the same mode.

    One that is there keeps its mode, for its keeper to change.
    """
    name = url.database or ""
    if not name or name == ":memory:" or name.startswith("file:"):
        return
    with suppress(OSError):  # it is there, or cannot be made, which connecting says
        os.close(os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _file(engine: Engine) -> tuple[int, int] | None:
    """Tell one file from another under the same name; None where there is none."""
    try:
        found = os.stat(engine.url.database or "")
    except OSError:
        return None
    return found.st_dev, found.st_ino
