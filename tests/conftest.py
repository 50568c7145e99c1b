"""Databases for the tests: each test its own, of both kinds, with today's tables in it."""

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from sqlalchemy import Engine, make_url

from bot.storage.upgrade import upgrade
from tests.databases import (
    Postgres,
    Restored,
    SchoolOn,
    connected,
    kept,
    memory,
    put_over,
    running_server,
)

# A machine that is busy with something else has broken nothing.
settings.register_profile("kompaan", deadline=None)
settings.load_profile("kompaan")
# For `make check`; what a test asks for by itself stays.
settings.register_profile("quick", deadline=None, max_examples=10)

# SQLite waits for the disk at each commit: the tests' folders are in memory, unless told otherwise.
if folder := memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)


HEAVY = ("browser", "fake", "postgresql", "process", "slow")
"""Files with such a test come first: whoever begins one last would let the other cores wait."""


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it takes to run, so that `make check` can leave it to `make test`."""
    for item in items:
        assert isinstance(item, pytest.Function)
        for need in needs_of(item.module):
            item.add_marker(need)
        if "postgres" in item.fixturenames:
            item.add_marker("postgresql")
    heavy = {item.path for item in items if any(map(item.get_closest_marker, HEAVY))}
    items.sort(key=lambda item: item.path not in heavy)


# Nothing of what is made while the tests are collected is garbage: it stays to the end, and need
# not be looked through each time.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on there is garbage; the little there was before is not worth looking for."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)  # of a test little is garbage, and to look for it takes long


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
def apart_url(request: pytest.FixtureRequest, backend: str) -> Iterator[str]:
    """One with today's tables in it, whose tables themselves this test may change."""
    if backend == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        postgres: Postgres = request.getfixturevalue("postgres")
        with postgres.database(request.getfixturevalue("migrated_template")) as url:
            yield url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Connected as the product connects, to `database_url`."""
    with connected(database_url) as engine:
        yield engine


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[Engine]:
    """Connected as the product connects, to SQLite only."""
    with connected(sqlite_url) as engine:
        yield engine


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """SQLite only: for what has no business with the database itself."""
    copy = shutil.copy(migrated_file, tmp_path / "kompaan.sqlite")
    return f"sqlite:///{copy}"


@pytest.fixture
def postgresql_url(migrated_restored: Restored) -> str:
    """PostgreSQL only: for what SQLite cannot do."""
    return migrated_restored.restored()


@pytest.fixture(scope="session")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the school of one test after the other stands, under one name."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file that is copied for each test."""
    path = tmp_path_factory.mktemp("migrated") / "kompaan.sqlite"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_template(postgres: Postgres) -> Iterator[str]:
    """The PostgreSQL database that is copied for each test."""
    with postgres.database() as url:
        migrate(url)
        yield name_of(url)


@pytest.fixture(scope="session")
def migrated_restored(postgres: Postgres, migrated_template: str) -> Iterator[Restored]:
    """The PostgreSQL database that is put back for each test."""
    with postgres.database(migrated_template) as url, kept(url) as restored:
        yield restored


# --- the school of the dialogues, founded once and copied for each test ---


@pytest.fixture
def school_on(request: pytest.FixtureRequest, kept_folder: Path) -> SchoolOn:
    """A database of this test's own, with the school in it, of a kind and in a language."""

    def made(kind: str, language: str) -> str:
        if kind == "sqlite":
            file = request.getfixturevalue("school_file")(language)
            return put_over(file, kept_folder / "school.sqlite")
        database: Restored = request.getfixturevalue("school_restored")(language)
        return database.restored()

    return made


@pytest.fixture
def school_url(school_on: SchoolOn) -> str:
    """SQLite only, with the school in English in it."""
    return school_on("sqlite", "en")


@pytest.fixture
def school_engine(school_on: SchoolOn, backend: str) -> Iterator[Engine]:
    """Connected as the product connects, to a database with the school in English in it."""
    with connected(school_on(backend, "en")) as engine:
        yield engine


@pytest.fixture(scope="session")
def school_file(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Path]:
    """The SQLite file that is copied for each test of the school, by language."""

    @cache
    def founded(language: str) -> Path:
        path = tmp_path_factory.mktemp("school") / "kompaan.sqlite"
        found(f"sqlite:///{shutil.copy(migrated_file, path)}", language)
        return path

    return founded


@pytest.fixture(scope="session")
def school_restored(
    postgres: Postgres, migrated_template: str
) -> Iterator[Callable[[str], Restored]]:
    """The PostgreSQL database that is put back for each test of the school, by language."""
    with ExitStack() as stack:

        @cache
        def founded(language: str) -> Restored:
            url = stack.enter_context(postgres.database(migrated_template))
            found(url, language)
            return stack.enter_context(kept(url))

        yield founded


def found(url: str, language: str) -> None:
    from tests.dialogues.school import School  # most tests need none of what it imports

    with connected(url) as engine:
        School(engine, language).found()


# --- the sample, loaded once, and copied for each test that asks for it ---


@pytest.fixture
def sample_url(request: pytest.FixtureRequest, backend: str) -> str:
    """A database of this test's own, with the sample in it, loaded a moment ago."""
    url: str = request.getfixturevalue(f"sample_{backend}_url")
    return url


@pytest.fixture
def sample_sqlite_url(
    sample_file: Callable[[datetime], Path], now: datetime, tmp_path: Path
) -> str:
    """SQLite only, with the sample in it."""
    return f"sqlite:///{shutil.copy(sample_file(now), tmp_path / 'kompaan.sqlite')}"


@pytest.fixture
def sample_postgresql_url(sample_restored: Callable[[datetime], Restored], now: datetime) -> str:
    return sample_restored(now).restored()


@pytest.fixture(scope="session")
def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="session")
def sample_file(
    migrated_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[datetime], Path]:
    """The SQLite file that is copied, by the instant at which the sample was loaded."""

    @cache
    def loaded(at: datetime) -> Path:
        path = tmp_path_factory.mktemp("sample") / "kompaan.sqlite"
        load(f"sqlite:///{shutil.copy(migrated_file, path)}", at, path.parent)
        return path

    return loaded


@pytest.fixture(scope="session")
def sample_restored(
    postgres: Postgres, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[datetime], Restored]]:
    """The PostgreSQL database that is put back, by the instant at which the sample was loaded."""
    with ExitStack() as stack:

        @cache
        def loaded(at: datetime) -> Restored:
            url = stack.enter_context(postgres.database(migrated_template))
            load(url, at, tmp_path_factory.mktemp("sample"))
            return stack.enter_context(kept(url))

        yield loaded


def load(url: str, at: datetime, folder: Path) -> None:
    from tests.clock.sample import sample  # most tests need none of what it imports

    with sample(url, at, folder):
        pass


# --- what all of a session's tests share ---


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server of this session's own, or a skipped test where there is none."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(running_server())
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            pytest.skip(f"PostgreSQL does not run here: {error}")
        server = Postgres(url)
        stack.callback(server.engine.dispose)
        # Nothing here outlives the session, so nothing need reach the disk.
        for needless in ("fsync", "full_page_writes", "autovacuum"):
            server.run(f"ALTER SYSTEM SET {needless} = off")
        server.run("ALTER SYSTEM SET max_wal_size = '128MB'")
        server.run("SELECT pg_reload_conf()")
        yield server


def migrate(url: str) -> None:
    with connected(url) as engine:
        upgrade(engine)


def name_of(url: str) -> str:
    name = make_url(url).database
    assert name is not None
    return name
