"""A running bot with the sample, and a browser that looks at its page."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.languages import LANGUAGES
from bot.settings import Settings
from bot.wiring import House
from bot.wiring.sample import load_sample
from tests.browser.webdriver import Browser, browser
from tests.faults.server import Server, free_port
from tests.once import made_once


@pytest.fixture(scope="session")
def loaded(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the samples in it, made once: told by night, and today is a day off there.

    So a test at noon on a working day shows no more than one at night.
    """
    load = partial(load_samples, migrated_file)
    return made_once(tmp_path_factory, "samples", load) / "kompaan.sqlite"


def load_samples(migrated: Path, folder: Path) -> None:
    """Load the sample in each language, beside the others, into a copy of an empty database."""
    database, key = folder / "kompaan.sqlite", str(folder / "kompaan.key")
    url = f"sqlite:///{shutil.copy(migrated, database)}"
    house = House(Settings(database_url=url, signing_key_file=key, _env_file=None))
    now = datetime.now(ZoneInfo("Europe/Brussels"))
    night = (now - timedelta(hours=5)).replace(hour=5, minute=0, second=0, microsecond=0)
    for language in LANGUAGES:
        assert load_sample(house, night, language)
    house.engine.dispose()
    take_days_off(database, now.date() - timedelta(days=1), now.date())


def take_days_off(database: Path, first: date, last: date) -> None:
    """Make these days a holiday of every school, so that nobody is written to unasked."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(
            "INSERT INTO school_holiday (organisation_id, first_on, last_on, name) "
            "SELECT id, ?, ?, 'days off' FROM organisation",
            (first.isoformat(), last.isoformat()),
        )


@pytest.fixture
def server(loaded: Path, tmp_path: Path) -> Iterator[Server]:
    """The bot, running on a sample of its own."""
    own = tmp_path / "kompaan.sqlite"
    own.write_bytes(loaded.read_bytes())
    server = Server(f"sqlite:///{own}", free_port(), str(tmp_path), forked=True)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests: each has a server of its own, and so nothing kept from another."""
    with browser(tmp_path_factory.mktemp("chromium")) as made:
        yield made
