"""The page as people meet it who cannot see it well: axe-core finds nothing wrong with it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.webdriver import Browser, browser, missing
from tests.faults.server import Server, free_port

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed for a browser: {missing()}"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm was missing"),
]

SAID = (
    ("karim", "jonas 10 vvlvxvvvvlvvv"),
    ("jonas", "/report"),
    ("jonas", "/report 10"),
    ("els", "/class 5 electricity a"),
    ("lien", "/overview jonas"),
    ("lien", "/film jonas"),
    ("karim", "/score jonas"),
)

FILLED = """
const done = arguments[arguments.length - 1];
const look = () => {
  const images = [...document.querySelectorAll("img")];
  const all = images.length > 2 && images.every((one) => one.complete);
  all ? done(images.length) : setTimeout(look, 20);
};
look();
"""

CHECKED = """
const done = arguments[arguments.length - 1];
axe.run(document).then((found) => done(found.violations.map((one) =>
  [one.id, one.help, one.nodes.map((node) => node.html.slice(0, 200))])));
"""


@pytest.fixture
def page(sqlite_url: str, tmp_path: Path) -> Iterator[str]:
    """The page of a running bot, with every kind of message on it."""
    server = Server(sqlite_url, free_port(), str(tmp_path))
    environment = {**os.environ, "KOMPAAN_DATABASE_URL": sqlite_url}
    for arguments in (["sample"], *(["say", "--as", who, text] for who, text in SAID)):
        run = [sys.executable, "-m", "bot", *arguments]
        subprocess.run(run, cwd=tmp_path, env=environment, check=True, capture_output=True)
    server.start()
    try:
        yield f"http://127.0.0.1:{server.port}/"
    finally:
        server.stop()


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Browser]:
    with browser(tmp_path / "chromium") as made:
        yield made


def test_nothing_is_wrong_with_the_page_in_light_and_in_dark(page: str, chromium: Browser):
    for scheme in ("light", "dark"):
        chromium.prefers(scheme)
        chromium.open(page)
        chromium.runs(FILLED)
        chromium.runs(AXE.read_text() + "; arguments[0]()")
        assert chromium.runs(CHECKED) == []
