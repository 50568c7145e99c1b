"""The own chat and its door for who cannot see them well: axe-core finds nothing wrong."""

import pytest

from tests.browser.looking import waits
from tests.browser.page.opened import OwnPage
from tests.browser.test_accessible import AXE, CHECKED, STILL
from tests.browser.webdriver import Browser, missing

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed for a browser: {missing()}"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm was missing"),
]

PICTURED = "[...document.querySelectorAll('.shot img')].at(-1)?.naturalWidth > 0 && true"
STATES = {
    "the chat": "",
    "what is new": "document.querySelector('.said').dataset.new = 'New'",
    "the menu": "document.querySelector('.menu').open = true",
    "on an iPhone": "document.querySelector('.home').hidden = false",
    "the list of commands": "const box = document.querySelector('textarea');"
    "box.value = '/'; box.dispatchEvent(new Event('input'))",
    "leaving": "document.querySelector('.leaving').showModal()",
}
FITS = (
    "document.documentElement.scrollWidth <= innerWidth && "
    "document.querySelector('textarea').getBoundingClientRect().bottom <= innerHeight"
)


def test_nothing_is_wrong_with_the_door_and_the_chat_in_any_state(page: OwnPage, chromium: Browser):
    for scheme, width, height, who in (("light", 1366, 657, "m1"), ("dark", 360, 640, "s1")):
        chromium.prefers(scheme)
        chromium.measures(width, height)
        chromium.open(page.link(who))
        assert problems(chromium) == [], (scheme, "the door")
        page.tap(chromium, "form button")
        waits(chromium, "document.querySelector('.said .buttons') && true")
        page.tap(chromium, ".said .buttons button")
        waits(chromium, "document.querySelector('[role=radio]') && true")
        say(chromium, "/report")
        waits(chromium, PICTURED)
        for state, script in STATES.items():
            chromium.runs(f"{script}; arguments[0]()")
            assert problems(chromium) == [], (scheme, state)
        # Twice as large, nothing leaves the window, and what one writes in is in sight.
        chromium.runs("document.querySelector('.leaving').close(); arguments[0]()")
        chromium.measures(width // 2, height // 2)
        waits(chromium, FITS)
        chromium.measures(width, height)
        chromium.open(f"{page.address}/?other")
        assert problems(chromium) == [], (scheme, "whose chat")
        chromium.open(f"{page.address}/?ended")
        assert problems(chromium) == [], (scheme, "a chat that is over")


def say(browser: Browser, line: str) -> None:
    browser.runs(
        "document.querySelector('textarea').value = arguments[0];"
        "document.querySelector('.composer').requestSubmit(); arguments[1]()",
        line,
    )


def problems(browser: Browser) -> object:
    waits(browser, STILL)
    if browser.runs("arguments[0](!window.axe)"):  # a page that was loaded has none yet
        browser.runs(AXE.read_text() + "; arguments[0]()")
    return browser.runs(CHECKED)
