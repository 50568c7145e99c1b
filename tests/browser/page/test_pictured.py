"""The docs' pictures of the own page: its sizes, light and dark, in our languages.

`KOMPAAN_PAGES=write .venv/bin/pytest tests/browser/page/test_pictured.py` takes them anew; look at
each. They show the sample's people, each with an invitation of their own.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from bot.domain.languages import LANGUAGES
from tests.browser.looking import waits
from tests.browser.page.opened import OwnPage, own_page
from tests.browser.test_pictured import DOCS, SIZES, seen, side_by_side
from tests.browser.webdriver import Browser, missing

SHEETS = {
    "": (
        ("en", "light", "door"),
        ("en", "light", "card"),
        ("nl", "dark", "report"),
        ("nl", "dark", "door"),
    ),
    "-fr-de": (
        ("fr", "light", "door"),
        ("fr", "light", "report"),
        ("de", "dark", "card"),
        ("de", "dark", "door"),
    ),
}
"""What ends the name of a picture, and what it shows."""
REPORTS = {"nl": "/rapport jonas", "fr": "/rapport jonas", "de": "/bericht jonas"}
SAMPLES = {language: number for number, language in enumerate(LANGUAGES, start=1)}
"""The organisation of each sample, in the order in which they were loaded."""
LAST = "[...document.querySelectorAll('.said')].at(-1)"
ASKED = (
    "document.querySelector('textarea').value = arguments[0];"
    "document.querySelector('.composer').requestSubmit(); arguments[1]()"
)
SHOWN = {
    "card": f"{LAST}.querySelector('[role=radio]') && true",
    "report": f"{LAST}.querySelector('.shot img')?.naturalWidth > 0 && true",
}

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}"),
    pytest.mark.skipif(os.environ.get("KOMPAAN_PAGES") != "write", reason="only to take them anew"),
]


def test_the_own_pages_pictures_are_taken_anew(loaded: Path, tmp_path: Path, chromium: Browser):
    own = tmp_path / "kompaan.sqlite"
    own.write_bytes(loaded.read_bytes())
    with closing(sqlite3.connect(own)) as connection, connection:
        # The sample's people talk on the sample's page alone, so these are real for once.
        connection.execute("UPDATE organisation SET sample = 0")
    with own_page(f"sqlite:///{own}", tmp_path) as page:
        for width, height in SIZES:
            chromium.measures(width, height)
            columns = 4 if height > width else 2
            for ending, views in SHEETS.items():
                taken = [view(page, chromium, *named) for named in views]
                name = f"page-{width}x{height}{ending}.png"
                side_by_side(taken, columns).save(DOCS / name, optimize=True)


def view(page: OwnPage, browser: Browser, language: str, scheme: str, what: str) -> Image.Image:
    """Take one picture: the door behind a link, or a chat in which something was asked."""
    browser.prefers(scheme)
    browser.open(f"{page.link('karim', SAMPLES[language])}?lang={language}")
    if what == "door":
        return seen(browser)
    page.tap(browser, "form button")
    waits(browser, "document.querySelector('.own .said .buttons') && true")
    if what == "report":
        browser.runs(ASKED, REPORTS[language])
        waits(browser, "document.querySelector('.mine:nth-last-of-type(2)') && true")
    elif not browser.runs("arguments[0](Boolean(document.querySelector('[role=radio]')))"):
        page.tap(browser, ".said .buttons button")
    waits(browser, SHOWN[what])
    waits(browser, "document.getAnimations().every((one) => one.playState === 'finished') && true")
    return seen(browser)
