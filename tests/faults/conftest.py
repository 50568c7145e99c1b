"""Databases with the sample in them, which is loaded once of each kind and copied for each test."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import House
from bot.wiring.sample import load_sample
from tests.conftest import name_of
from tests.databases import Postgres

LOADED_AT = datetime(2026, 10, 14, 8, tzinfo=UTC)


@pytest.fixture
def sample_url(request: pytest.FixtureRequest, backend: str) -> str:
    """A database of this test's own, with the sample in it."""
    url: str = request.getfixturevalue(f"sample_{backend}_url")
    return url


@pytest.fixture
def sample_sqlite_url(sample_file: Path, tmp_path: Path) -> str:
    """SQLite only: for what has no business with the database itself."""
    return f"sqlite:///{shutil.copy(sample_file, tmp_path / 'kompaan.sqlite')}"


@pytest.fixture
def sample_postgresql_url(postgres: Postgres, sample_template: str) -> Iterator[str]:
    with postgres.database(sample_template) as url:
        yield url


@pytest.fixture(scope="session")
def sample_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SQLite file that is copied."""
    path = tmp_path_factory.mktemp("sample") / "kompaan.sqlite"
    load(f"sqlite:///{shutil.copy(migrated_file, path)}")
    return path


@pytest.fixture(scope="session")
def sample_template(postgres: Postgres, migrated_template: str) -> Iterator[str]:
    """The PostgreSQL database that is copied."""
    with postgres.database(migrated_template) as url:
        load(url)
        yield name_of(url)


def load(url: str) -> None:
    house = House(Settings(database_url=url, _env_file=None))
    assert load_sample(house, LOADED_AT)
    house.engine.dispose()
