"""A running bot with the sample, and a browser that looks at its page."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.webdriver import Browser, browser
from tests.faults.server import Server, free_port


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the sample in it, made once."""
    folder = tmp_path_factory.mktemp("sample")
    environment = {**os.environ, "KOMPAAN_DATABASE_URL": f"sqlite:///{folder}/kompaan.sqlite"}
    run = [sys.executable, "-m", "bot", "sample"]
    subprocess.run(run, cwd=folder, env=environment, check=True, capture_output=True)
    return folder / "kompaan.sqlite"


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
