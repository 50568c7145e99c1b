"""The page that says what is kept: it reads on any window, and nothing is wrong with it."""

import pytest

from bot.domain.languages import LANGUAGES
from tests.browser.looking import waits
from tests.browser.page.opened import OwnPage
from tests.browser.page.test_accessible import problems
from tests.browser.test_accessible import AXE
from tests.browser.webdriver import Browser, missing

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed for a browser: {missing()}"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm was missing"),
]

SIZES = (("light", 1366, 768), ("dark", 342, 640))
FITS = "arguments[0](document.documentElement.scrollWidth <= innerWidth)"
LINE = "arguments[0](document.querySelector('section p').getBoundingClientRect().width)"
WITHIN = "location.hash === '#rights' && document.querySelector('#rights') && true"


def test_it_reads_on_any_window_in_each_language(page: OwnPage, chromium: Browser):
    for scheme, width, height in SIZES:
        chromium.prefers(scheme)
        chromium.measures(width, height)
        for language in LANGUAGES:
            chromium.open(f"{page.address}/privacy?lang={language}")
            waits(chromium, "document.querySelectorAll('section').length === 6 && true")
            assert problems(chromium) == [], (scheme, language)
            assert chromium.runs(FITS), (width, language)
            assert chromium.runs(LINE) <= 720


def test_the_door_and_the_menu_lead_to_it_and_it_leads_back(page: OwnPage, chromium: Browser):
    chromium.measures(342, 640)
    chromium.open(page.link("s1"))
    page.tap(chromium, ".kept a")
    waits(chromium, "document.querySelector('.contents') && true")
    page.tap(chromium, ".contents a", 4)
    waits(chromium, WITHIN)
    page.opens(chromium, "s1")
    chromium.runs("document.querySelector('.menu').open = true; arguments[0]()")
    page.tap(chromium, ".menu .privacy")
    waits(chromium, "document.querySelector('.contents') && true")
    page.tap(chromium, "footer p a")
    waits(chromium, "document.querySelector('.own .said') && true")
