"""What a page says of people: the letters of any name."""

import sqlite3

import pytest

from tests.browser.looking import waits
from tests.browser.webdriver import Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")


def test_a_name_that_begins_with_a_picture_keeps_it_whole(server: Server, chromium: Browser):
    with sqlite3.connect(server.url.removeprefix("sqlite:///")) as database:
        database.execute("UPDATE person SET name = '🦊 Haddad 🧰' WHERE school_id = 'karim'")
    chromium.measures(1400, 900)
    chromium.open(f"http://127.0.0.1:{server.port}/")
    faces = waits(chromium, "document.querySelector('.pane.mentor .face').textContent")
    assert faces == "🦊🧰"
