"""What a page begins with: on a slow line within three seconds, and the letters of any name."""

import sqlite3

import pytest

from tests.browser.looking import waits
from tests.browser.webdriver import Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

LATENCY = 400.0
THROUGHPUT = 50_000.0
MOST = 3_000
"""Milliseconds."""


def test_on_a_slow_line_the_first_message_is_there_in_three_seconds(
    server: Server, chromium: Browser
):
    server.ask("POST", "/chat/karim", {"key": "k1", "text": "jonas 10 vvlvxvvvvlvvv"})
    chromium.measures(390, 844)
    chromium.open(f"http://127.0.0.1:{server.port}/readyz")
    chromium.slows_network(LATENCY, THROUGHPUT)
    try:
        chromium.open(f"http://127.0.0.1:{server.port}/?lang=en")
        (passed,) = waits(
            chromium, "document.querySelector('.pane.shown .said') && [performance.now()]"
        )
    finally:
        chromium.loses_network(False)
    assert passed <= MOST


def test_a_name_that_begins_with_a_picture_keeps_it_whole(server: Server, chromium: Browser):
    with sqlite3.connect(server.url.removeprefix("sqlite:///")) as database:
        database.execute("UPDATE person SET name = '🦊 Haddad 🧰' WHERE school_id = 'karim'")
    chromium.measures(1400, 900)
    chromium.open(f"http://127.0.0.1:{server.port}/")
    faces = waits(chromium, "document.querySelector('.pane.mentor .face').textContent")
    assert faces == "🦊🧰"
