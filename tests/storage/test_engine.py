"""The engine: what keeps SQLite safe, transactions that wait their turn, and aware instants."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, IntegrityError, OperationalError, StatementError

from bot.storage.columns import Instant
from bot.storage.engine import BUSY_SECONDS, connect, journal_mode, wal_is_safe
from bot.storage.tables import class_group, entry, handled
from tests.storage.rows import ROWS

BRUSSELS = ZoneInfo("Europe/Brussels")
DIALECTS = [sqlite.dialect(), postgresql.dialect()]


@pytest.fixture
def ours(sqlite_url):
    engine = connect(sqlite_url)
    yield engine
    engine.dispose()


def handle(
    connection: Connection, key: str, at: datetime = datetime(2026, 1, 1, tzinfo=UTC)
) -> None:
    connection.execute(insert(handled).values(key=key, at=at))


def keys(connection: Connection) -> list[str]:
    return list(connection.scalars(select(handled.c.key).order_by(handled.c.key)))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", BUSY_SECONDS * 1000),
        ("journal_mode", journal_mode().lower()),
    ],
)
def test_each_sqlite_connection_is_made_safe(ours, pragma, value):
    for _ in range(2):
        with ours.connect() as connection:
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_log_only_where_sqlite_is_mended(monkeypatch, version, safe):
    assert wal_is_safe(version) is safe
    monkeypatch.setattr("bot.storage.engine.wal_is_safe", lambda: safe)
    assert journal_mode() == ("WAL" if safe else "TRUNCATE")


def test_journal_follows_the_version_that_runs(ours):
    with ours.connect() as connection:
        version = connection.scalar(text("SELECT sqlite_version()")) or ""
    major, minor, patch = (int(part) for part in version.split("."))
    assert wal_is_safe() is wal_is_safe((major, minor, patch))


def test_log_is_used_where_it_may_be(monkeypatch, tmp_path):
    monkeypatch.setattr("bot.storage.engine.wal_is_safe", lambda: True)
    engine = connect(f"sqlite:///{tmp_path / 'log.sqlite'}")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    engine.dispose()


def test_transaction_takes_the_write_lock_at_once(ours):
    other = sqlite3.connect(ours.url.database, timeout=0, isolation_level=None)
    try:
        with ours.begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
    finally:
        other.close()


def test_a_kept_connection_stays_open_and_safe(sqlite_url):
    engine = connect(sqlite_url, keeps_open=True)
    with engine.begin() as connection:
        first = connection.connection.driver_connection
    with engine.begin() as connection:
        assert connection.connection.driver_connection is first
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


@pytest.mark.parametrize("put_back", [True, False])
def test_a_kept_connection_writes_nothing_to_a_file_that_is_no_longer_there(sqlite_url, put_back):
    engine = connect(sqlite_url, keeps_open=True)
    path = Path(engine.url.database or "")
    with engine.begin() as connection:
        handle(connection, "before")
    copy = path.read_bytes()
    path.rename(path.with_suffix(".moved"))
    if put_back:
        path.write_bytes(copy)
        with engine.begin() as connection:
            handle(connection, "after")
            assert keys(connection) == ["after", "before"]
    else:
        with pytest.raises(OperationalError, match="no such table"), engine.begin() as connection:
            handle(connection, "after")
    engine.dispose()
    with connect(f"sqlite:///{path.with_suffix('.moved')}").begin() as connection:
        assert keys(connection) == ["before"]


def test_second_writer_waits(ours):
    """Both read before they write: did they not take turns, one would fail or miss the other."""
    trying, done = Event(), Event()

    def second() -> list[str]:
        trying.set()
        with ours.begin() as connection:
            seen = keys(connection)
            handle(connection, "second")
        done.set()
        return seen

    with ThreadPoolExecutor(1) as pool:
        with ours.begin() as connection:
            assert keys(connection) == []
            waiting = pool.submit(second)
            assert trying.wait(10)
            assert not done.wait(0.2)
            handle(connection, "first")
        assert waiting.result(10) == ["first"]
    with ours.connect() as connection:
        assert keys(connection) == ["first", "second"]


def test_failure_undoes_the_whole_transaction(engine):
    def fail() -> None:
        with engine.begin() as connection:
            handle(connection, "one")
            with connection.begin_nested():
                handle(connection, "two")
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        fail()
    with engine.connect() as connection:
        assert keys(connection) == []


def test_savepoint_undoes_its_own_part_only(engine):
    with engine.begin() as connection:
        handle(connection, "before")
        savepoint = connection.begin_nested()
        handle(connection, "within")
        savepoint.rollback()
        handle(connection, "after")
    with engine.connect() as connection:
        assert keys(connection) == ["after", "before"]


def test_row_that_points_to_nothing_is_refused(engine):
    with engine.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(class_group).values(organisation_id=7, name="6A"))


def test_nothing_connects_before_it_is_used(tmp_path):
    connect(f"sqlite:///{tmp_path / 'new.sqlite'}").dispose()
    assert list(tmp_path.iterdir()) == []
    connect("postgresql://nobody@localhost:1/nothing").dispose()


def test_unreadable_url_is_refused():
    with pytest.raises(ArgumentError):
        connect("kompaan")


def test_connection_that_the_server_dropped_is_replaced(postgresql_url):
    engine = connect(postgresql_url)
    with engine.connect() as connection:
        lost = connection.scalar(text("SELECT pg_backend_pid()"))
    other = connect(postgresql_url)
    with other.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:lost, 5000)"), {"lost": lost})
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    for each in (engine, other):
        each.dispose()


@pytest.mark.parametrize(
    "said",
    [
        datetime(2026, 7, 1, 12, 0, 0, 1, tzinfo=UTC),
        datetime(2026, 7, 1, 12, 0, tzinfo=BRUSSELS),
        # The hour that comes twice, both times.
        datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS, fold=0),
        datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS, fold=1),
        datetime(1970, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=-11, minutes=-30))),
    ],
)
def test_instant_comes_back_the_same_and_in_utc(engine, said):
    with engine.begin() as connection:
        handle(connection, "a", said)
        got = connection.scalar(select(handled.c.at))
        found = connection.scalar(select(handled.c.key).where(handled.c.at == said))
    assert got is not None
    assert (got, got.utcoffset(), found) == (said.astimezone(UTC), timedelta(0), "a")


def test_session_zone_of_the_server_changes_nothing(postgresql_url):
    engine = connect(postgresql_url)
    said = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL TIME ZONE 'Asia/Tokyo'"))
        handle(connection, "a", said)
        got = connection.scalar(select(handled.c.at))
    engine.dispose()
    assert got is not None
    assert (got, got.tzinfo) == (said, UTC)


def test_naive_instant_is_refused(engine):
    with engine.begin() as connection:
        with pytest.raises(StatementError, match="must be aware"):
            handle(connection, "a", datetime(2026, 1, 1))  # noqa: DTZ001
        assert keys(connection) == []


def test_missing_instant_stays_missing(engine):
    with engine.begin() as connection:
        for table in ("organisation", "person"):
            connection.execute(insert(entry.metadata.tables[table]).values(ROWS["0001"][table]))
        connection.execute(insert(entry).values(ROWS["0002"]["entry"]))
        assert connection.scalar(select(entry.c.undone_at)) is None


# A day from the ends, where the same instant falls outside the calendar of another zone.
LOCAL_TIMES = st.datetimes(
    min_value=datetime.min + timedelta(days=1),  # noqa: DTZ901
    max_value=datetime.max - timedelta(days=1),  # noqa: DTZ901
    timezones=st.timezones(),
)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@given(said=LOCAL_TIMES)
def test_any_instant_is_kept_as_utc(dialect, said):
    kept = Instant().process_bind_param(said, dialect)
    assert kept is not None
    assert kept.replace(tzinfo=UTC) == said.astimezone(UTC)
    assert Instant().process_result_value(kept, dialect) == said.astimezone(UTC)


@given(first=st.datetimes(timezones=st.just(UTC)), second=st.datetimes(timezones=st.just(UTC)))
def test_sqlite_orders_instants_as_time_does(first, second):
    """SQLite compares their text."""
    dialect = sqlite.dialect()
    processor = Instant().bind_processor(dialect)
    assert processor is not None
    assert (processor(first) < processor(second)) is (first < second)
