"""The page of real people, as somebody with a phone meets it."""

import pytest

from tests.browser.looking import waits
from tests.browser.page.opened import OwnPage, comes
from tests.browser.webdriver import Browser, missing
from tests.fakes.waiting import wait_for

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

LAST = "[...document.querySelectorAll('.said')].at(-1)"
SAID = "arguments[0](document.querySelectorAll('.said').length)"
DUTCH = "[...document.querySelectorAll('button')].find((b) => b.textContent === 'Nederlands')"
KEPT = """
const done = arguments[0];
caches.keys().then(async (names) => {
  const found = [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found.push([request.url, await (await cache.match(request)).text()]);
    }
  }
  done(found);
});
"""
APP = """
const done = arguments[0];
const link = document.querySelector("link[rel=manifest]");
fetch(link.href, { credentials: "omit" }).then(async (answer) => {
  const manifest = await answer.json();
  const sizes = await Promise.all(manifest.icons.map(async ({ src }) => {
    const image = new Image();
    image.src = new URL(src, link.href).href;
    await image.decode();
    return image.naturalWidth;
  }));
  const start = new URL(manifest.start_url, link.href).href;
  done({ ...manifest, sizes, start, kind: answer.headers.get("content-type") });
});
"""
SHELL_IN_DUTCH = (
    "(caches.match(location.pathname).then((found) => found.text())"
    ".then((text) => (window.shell = text)), window.shell?.includes('lang=\"nl\"'))"
)
ONE_IS_KEPT = "(caches.keys().then((names) => (window.names = names)), window.names?.length === 1)"
FOLLOWING = 4
"""What a browser says of a node that stands behind another."""
WORKER = (
    "navigator.serviceWorker.getRegistration()"
    ".then((found) => found?.active?.state === 'activated' && (window.kept = true)), window.kept"
)


def keeps(browser: Browser, *names: str) -> list[list[str]]:
    """Wait until the worker keeps just these files, also while the page is loaded anew."""
    kept: list[list[str]] = []

    def are_there() -> bool:
        try:
            kept[:] = browser.runs(KEPT)
        except AssertionError:
            return False
        return {address.rpartition("/")[2] for address, _text in kept} == set(names)

    wait_for(are_there, what=f"just {names} being kept")
    return kept


# A card that is drawn anew has the time of that, and once it is loaded anew when it was said.
WORDS_OF_LOG = """
    const words = document.querySelector('.log').innerText
    arguments[0](words.replace(/\\d\\d:\\d\\d/g, 'hh:mm'))
"""


def test_from_the_link_to_a_stored_score_in_five_taps_and_without_typing(
    page: OwnPage, chromium: Browser
):
    chromium.measures(360, 640)
    chromium.open(page.link("m1"))
    page.tap(chromium, "form button")
    page.tap(chromium, ".said .buttons button")
    page.tap(chromium, "[role=radio]", 2)
    waits(chromium, f"{LAST}.querySelector('[role=radio][aria-checked=true]') && true")
    waits(chromium, f"{LAST}.textContent.includes('1/4') && true")
    assert page.scores() == 1
    assert page.taps <= 5
    seen = chromium.runs(WORDS_OF_LOG)
    chromium.runs("location.reload(); arguments[0]()")
    waits(chromium, "document.querySelectorAll('.said').length === 2")
    assert chromium.runs(WORDS_OF_LOG) == seen
    # The language is the person's: once it is another, so is the page.
    page.tap(chromium, ".menu summary")
    page.tap(chromium, ".menu .settings")
    waits(chromium, f"{DUTCH} && true")
    chromium.runs(f"{DUTCH}.click(); arguments[0]()")
    comes(chromium, "document.documentElement.lang === 'nl'")
    comes(chromium, "document.querySelector('.role').textContent.includes('mentor van')")
    # So is what is kept of it, and nothing of before is left.
    try:
        comes(chromium, SHELL_IN_DUTCH, seconds=20)
    except AssertionError:  # a browser that is busy may leave a worker for the next time one comes
        chromium.runs("location.reload(); arguments[0]()")
        comes(chromium, SHELL_IN_DUTCH)
    comes(chromium, ONE_IS_KEPT)


def test_the_way_out_of_e_mails_is_a_button_that_a_browser_can_press(
    page: OwnPage, chromium: Browser
):
    chromium.open(f"{page.address}/mail/stop/nobodys")
    page.tap(chromium, "form button")
    waits(chromium, "document.body.innerText.includes('Done: ') && true")


def test_the_words_beside_the_picture_of_a_link_stand_open(page: OwnPage, chromium: Browser):
    page.opens(chromium, "m1")
    field, form = "document.querySelector('textarea')", "document.querySelector('.composer')"
    chromium.runs(f"{field}.value = '/devices'; {form}.requestSubmit(); arguments[0]()")
    waits(chromium, f"{LAST}.querySelectorAll('.buttons button').length === 2")
    chromium.runs(f"{LAST}.querySelectorAll('.buttons button')[1].click(); arguments[0]()")
    waits(chromium, f"{LAST}.querySelector('img') && true")
    seen = chromium.runs(f"arguments[0]({LAST}.innerText)")
    assert f"{page.address}/join/" in seen
    before = f"{LAST}.querySelector('p').compareDocumentPosition({LAST}.querySelector('img'))"
    assert chromium.runs(f"arguments[0]({before})") == FOLLOWING


def test_the_page_can_be_installed_and_keeps_nothing_of_anybody(page: OwnPage, chromium: Browser):
    page.opens(chromium, "m1")
    waits(chromium, WORKER)
    app, chat = chromium.runs(APP), chromium.runs("arguments[0](location.href)")
    assert (app["kind"], app["start"]) == ("application/manifest+json", chat)
    assert (app["display"], app["sizes"][1:]) == ("standalone", [192, 512, 512])
    chromium.runs("location.reload(); arguments[0]()")
    comes(chromium, "navigator.serviceWorker.controller && document.querySelector('.said')")
    for _address, text in keeps(chromium, "", "page.js", "page.css", "icon.svg"):
        assert not any(word in text for word in ("Karim", "Jonas", "Haddad", "marks 1"))
    # Without a line the page is there, says so, and goes on by itself.
    page.server.stop()
    chromium.runs("location.reload(); arguments[0]()")
    comes(chromium, "document.querySelector('.offline')?.hidden === false")
    assert chromium.runs(SAID) == 0
    page.server.start()
    waits(chromium, "document.querySelector('.said') && document.querySelector('.offline').hidden")
    # Closed here, nothing is left, and going back shows nothing.
    page.tap(chromium, ".menu summary")
    page.tap(chromium, "button.leave")
    page.tap(chromium, ".leaving .go")
    waits(chromium, "document.querySelector('.door') && true")
    keeps(chromium)
    # Where back leads is the browser's to say: a click of a script may leave no step behind.
    chromium.runs("history.back(); arguments[0]()")
    comes(chromium, "document.readyState === 'complete'")
    comes(chromium, "document.querySelectorAll('.said').length === 0")
    chromium.open(chat)
    waits(chromium, "document.querySelector('.door .problem') && true")
    assert chromium.runs(SAID) == 0


def test_what_is_unread_is_counted_marked_and_seen_on_all_windows(page: OwnPage, chromium: Browser):
    page.opens(chromium, "m1")
    here = chromium.runs("arguments[0](location.href)")
    first = chromium.tab
    second = chromium.opens_tab(here)
    waits(chromium, "document.querySelector('.said') && true")
    earliest, *_more, newest = page.tell("m1", *(f"news {number}\n" * 12 for number in range(6)))
    # The window that is looked at hears of it by its next look, and only the first is before eyes.
    chromium.runs("dispatchEvent(new Event('online')); arguments[0]()")
    waits(chromium, "document.querySelector('[data-new]')?.textContent.includes('news 0') && true")
    waits(chromium, "/^\\(\\d\\) Kompaan$/.test(document.title)")
    assert newest in page.unread()
    # A link to a message leads to it, and what was before eyes there is seen; so is it elsewhere.
    chromium.runs(f"location.hash = 'message-{newest}'; arguments[0]()")
    waits(chromium, f"document.activeElement.dataset.id === '{newest}'")
    assert newest in page.unread(), "what lies between was not seen"
    for number in range(6):
        chromium.runs(f"location.hash = 'message-{earliest + number}'; arguments[0]()")
        waits(chromium, f"!document.title.startsWith('({6 - number})')")
    waits(chromium, "document.title === 'Kompaan'")
    assert page.unread() == []
    chromium.turns_to(first)
    waits(chromium, "document.title === 'Kompaan' && document.querySelectorAll('.said').length > 6")
    chromium.turns_to(second)
    chromium.closes_tab()
    chromium.turns_to(first)


def test_a_link_leads_to_a_message_long_ago_and_without_a_session_to_the_door(
    page: OwnPage, chromium: Browser
):
    page.opens(chromium, "m1")
    told = page.tell("m1", *(f"long ago {number}" for number in range(130)))
    chromium.open(f"{page.address}/me?message={told[3]}")
    waits(chromium, f"document.activeElement.dataset.id === '{told[3]}'")
    waits(chromium, "document.activeElement.getBoundingClientRect().top < innerHeight && true")
    page.server.ask("GET", "/")
    chromium.runs("fetch('leave', { method: 'POST' }).then(() => arguments[0]())")
    chromium.open(f"{page.address}/me?message={told[3]}")
    waits(chromium, "document.querySelector('.door input') && true")
