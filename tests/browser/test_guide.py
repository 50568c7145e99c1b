"""What there is to try: in its chat, as it is written, with what it changed, and then gone."""

import pytest

from tests.browser.looking import open_page, waits
from tests.browser.webdriver import Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

OUTCOME = "document.querySelector('.guide .outcome').textContent"


def test_each_step_stands_in_its_chat_and_says_what_changed(server: Server, chromium: Browser):
    chromium.measures(390, 844)
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    said = []
    for role in ("mentor", "student", "coach", "mentor"):
        waits(chromium, f"document.querySelector('.pane.shown.{role} .guide') && true")
        waits(chromium, "document.querySelector('.guide .try').click() ?? true")
        said.append(waits(chromium, OUTCOME))
        waits(chromium, "document.querySelector('.guide .next').click() ?? true")
    first, *_others, last = said
    assert "10 “Lays conduits with wires to every point”, mentor: acquired, with support" in first
    assert last.startswith("It is now ")
    waits(chromium, "document.querySelector('.guide .leave').click() ?? true")
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    assert waits(chromium, "!document.querySelector('.guide') && true") is not None


def test_a_film_stands_still_until_it_is_played(server: Server, chromium: Browser):
    server.ask("POST", "/chat/jonas", {"key": "k", "text": "/film"})
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    film = "document.querySelector('.student picture')"
    waits(chromium, f"{film}.matches('.still') && {film}.querySelector('canvas') && true")
    waits(chromium, "document.querySelector('.student .play').click() ?? true")
    waits(chromium, f"!{film}.matches('.still') && true")
    waits(chromium, "document.querySelector('.student .play').click() ?? true")
    waits(chromium, f"{film}.matches('.still') && true")
