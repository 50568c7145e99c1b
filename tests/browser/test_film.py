"""A film on the page: played, stopped, turned to any moment; it stands where nothing may move."""

import pytest

from tests.browser.looking import open_page, waits
from tests.browser.webdriver import KEYS, Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

FILM, SLIDER, PLAY, WHEN = (
    f"document.querySelector('.student {part}')"
    for part in ("canvas.film", ".moment", ".play", "output.when")
)
POINTS = f"{FILM}.toDataURL().length + {FILM}.toDataURL().slice(-2000)"


def test_a_film_is_played_stopped_and_turned_to_a_moment_by_keyboard(
    server: Server, chromium: Browser
):
    server.ask("POST", "/chat/jonas", {"key": "k", "text": "/film"})
    chromium.measures(1400, 900)
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    waits(chromium, f"!{SLIDER}.disabled && {SLIDER}.max > 5")
    first, shown = waits(chromium, f"{WHEN}.textContent"), waits(chromium, POINTS)
    assert waits(chromium, f"{SLIDER}.value === '0'") is not None, "it stands until it is played"
    waits(chromium, f"{PLAY}.click() ?? true")
    waits(chromium, f"{SLIDER}.value >= 2")
    waits(chromium, f"{PLAY}.click() ?? true")
    at = waits(chromium, f"{SLIDER}.value")
    assert waits(chromium, POINTS) != shown
    waits(chromium, f"{SLIDER}.focus() ?? true")
    chromium.types("\ue013")
    assert waits(chromium, f"{SLIDER}.value") == str(int(at) + 1), "it stopped where it was"
    chromium.types("\ue011")  # to its beginning
    assert waits(chromium, f"{SLIDER}.value === '0' && {WHEN}.textContent") == first
    assert waits(chromium, POINTS) == shown
    chromium.types(KEYS["down"], "\ue010")  # to its end
    last = waits(chromium, f"{SLIDER}.value === {SLIDER}.max && {WHEN}.textContent")
    assert waits(chromium, f"{SLIDER}.getAttribute('aria-valuetext')") == last != first


def test_who_wants_no_movement_sees_the_weeks_in_one_picture(server: Server, chromium: Browser):
    server.ask("POST", "/chat/jonas", {"key": "k", "text": "/film"})
    chromium.wants_no_motion("reduce")
    try:
        open_page(chromium, f"http://127.0.0.1:{server.port}/")
        shown = waits(chromium, "document.querySelector('.student .shot img').currentSrc")
        assert shown.endswith("still=1")
        still = waits(
            chromium,
            "((image) => image.naturalWidth && [image.naturalWidth])"
            "(document.querySelector('.student .shot img'))",
        )
        assert still[0] >= 1080
        assert waits(chromium, "!document.querySelector('.play') && true") is not None
    finally:
        chromium.wants_no_motion("no-preference")
