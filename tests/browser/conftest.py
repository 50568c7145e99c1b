"""A running bot with the sample, and a browser that looks at its page."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.languages import LANGUAGES
from tests.browser.webdriver import Browser, browser
from tests.faults.forked import Forked
from tests.faults.server import LIMIT, Server, free_port, run
from tests.once import made_once


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the samples in it, made once: told by night, and today is a day off there.

    So a test at noon on a working day shows no more than one at night.
    """
    return made_once(tmp_path_factory, "samples", load_samples) / "kompaan.sqlite"


def load_samples(folder: Path) -> None:
    """Load the sample in each language, as the command does."""
    environment = {**os.environ, "KOMPAAN_DATABASE_URL": f"sqlite:///{folder}/kompaan.sqlite"}
    now = datetime.now(ZoneInfo("Europe/Brussels"))
    night = f"{now - timedelta(hours=5):%Y-%m-%d}T05:00"
    for language in LANGUAGES:
        loads = ("sample", "--language", language, "--at", night)
        loading = Forked(run, str(folder), environment, *loads)
        loading.wait(LIMIT)
        assert loading.poll() == 0, language
    take_days_off(folder / "kompaan.sqlite", now.date() - timedelta(days=1), now.date())


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
