"""An hour of a school on two open pages, the program killed in the middle: nothing is out of order.

What each page shows at the end, without being loaded anew, is what is stored: the same messages in
the same order, each once, with the buttons that they have by then.
"""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from bot.ports import Shown
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.browser.looking import WAITED, open_page, says, waits
from tests.browser.test_transcript import NOTHING_WAITS, plain
from tests.browser.webdriver import Browser, missing
from tests.databases import connected
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

Step = tuple[str, str, str]
"""On which page, who, and what: a line, or '[' and what the label of a newest button holds."""

BEGINS: Sequence[Step] = (
    ("one", "karim", "jonas 10 vvlvxvvvvlvvv"),
    ("one", "jonas", "10.3 v"),
    ("one", "els", "/score jonas"),
    ("two", "karim", "today 10.3"),
    ("two", "karim", "jonas 4 all v"),
    ("two", "amina", "/report"),
    ("two", "els", "[1 Works"),
    ("two", "els", "jonas 1 all v"),
    ("one", "els", "[↩ Undo"),
    ("one", "karim", "jonas 5 all l"),
    ("one", "lien", "[ask: teacher"),
    ("one", "lien", "[send the usual"),
    ("one", "jonas", "/reflect"),
)
WITHOUT_TWO: Sequence[Step] = (
    ("one", "karim", "jonas 6 all v"),
    ("one", "els", "jonas 3 all l"),
    ("one", "jonas", "/report 10"),
)
ENDS: Sequence[Step] = (
    ("two", "karim", "jonas 2 all v"),
    ("two", "els", "jonas 4 all l"),
    ("two", "amina", "3.1 v"),
    ("one", "els", "[↩ Undo"),
    ("one", "lien", "/alerts"),
    ("two", "lien", "/log"),
    ("two", "amina", "/help"),
)

PANE = """[...document.querySelectorAll('.pane')]
  .find((pane) => pane.querySelector('.person').value === '{who}')"""
BUTTON = "[...PANE.querySelectorAll('.buttons button')].findLast((one) => one.textContent.includes("
SHOWN = r"""[...PANE.querySelectorAll('.said')].map((said) => [Number(said.dataset.id ?? 0),
  said.matches('.mine'), [...said.querySelectorAll('.bubble p')].map((part) => part.textContent)
    .join('\n').replace(/\s*\n\s*/g, '\n').trim(),
  [...said.querySelectorAll('.buttons button')].map((button) => button.textContent)])"""
AGAIN = "document.querySelectorAll('.complaint button').forEach((one) => one.click())"
SETTLED = f"({AGAIN}, document.querySelector('.offline').hidden && {NOTHING_WAITS})"


def pane(script: str, who: str) -> str:
    return script.replace("PANE", PANE.replace("{who}", who))


def turns_to(browser: Browser, role: str, who: str) -> None:
    """Let the pane of a role show another person."""
    waits(
        browser,
        f"((select) => (select.value = '{who}', select.dispatchEvent(new Event('change'))))"
        f"(document.querySelector('.{role} .person'))",
    )
    waits(browser, pane("PANE.querySelector('.said, .empty') && true", who))


def play(server: Server, browser: Browser, pages: dict[str, str], steps: Sequence[Step]) -> None:
    """Say and tap, each as soon as it can be, while others of the school write from elsewhere."""
    before = ""
    with ThreadPoolExecutor(1) as elsewhere:
        for number in range(1, 10):
            line = {"key": uuid4().hex, "text": f"jonas 10.{number} v"}
            elsewhere.submit(server.ask, "POST", "/chat/karim", line)
        for page, who, what in steps:
            if page != before:
                browser.turns_to(pages[page])
            before = page
            if what.startswith("["):
                waits(browser, pane(f"{BUTTON}'{what[1:]}')).click() ?? true", who))
            else:
                says(browser, who, what)


def drawn(message: Shown) -> tuple[str, list[str]]:
    """Say which text and which buttons the page draws of a message.

    The rows of a card have the text of their indicators, where other platforms have its number.
    """
    asking = [any("chosen" in one for one in row) for row in message.buttons]
    rows = zip(message.buttons, asking, strict=True)
    labels = [one["label"] for row, asks in rows for one in row[asks:]]
    return plain(message.text.split("\n")[0] if any(asking) else message.text), labels


def agrees(server: Server, browser: Browser, who: str) -> None:
    """Wait until a pane shows what is stored, and say what differs where it never does."""
    with connected(server.url) as engine, engine.connect() as connection:
        uow = StoredUnitOfWork(connection)
        person = next(it for it in uow.people.list_sample("en") if it.school_id == who)
        recent = uow.transcripts.list_recent(person.id, 500)
        stored = [[message.id, message.mine, *drawn(message)] for message in recent]
    same = pane(f"JSON.stringify({SHOWN}) === JSON.stringify({json.dumps(stored)})", who)
    if browser.runs(WAITED.replace("WANTED", same)) is None:
        assert waits(browser, pane(SHOWN, who)) == stored, who


def test_an_hour_on_two_pages_and_a_restart_show_what_is_stored(server: Server, chromium: Browser):
    chromium.measures(1400, 900)
    address = f"http://127.0.0.1:{server.port}/?lang=en"
    open_page(chromium, address)
    pages = {"one": chromium.tab, "two": chromium.opens_tab(address)}
    turns_to(chromium, "student", "amina")
    play(server, chromium, pages, BEGINS)
    waits(chromium, "document.querySelector('.clock [data-by=hour]').click() ?? true")
    waits(chromium, "document.querySelector('.clock').ariaBusy === 'false' && true")
    server.kill()
    for page in pages.values():
        chromium.turns_to(page)
        says(chromium, "karim", "jonas 7 all v")  # while nobody hears it
    chromium.loses_network(True)  # the second page misses what comes next
    server.start()
    chromium.turns_to(pages["one"])
    waits(chromium, "document.querySelector('.offline').hidden && true")
    play(server, chromium, pages, WITHOUT_TWO)
    waits(chromium, SETTLED)
    chromium.turns_to(pages["two"])
    # What it hears of first is the newest: what is older is to stand above it.
    chromium.loses_network(False)
    play(server, chromium, pages, ENDS)
    for page, student in (("one", "jonas"), ("two", "amina")):
        chromium.turns_to(pages[page])
        waits(chromium, SETTLED)
        for who in (student, "karim", "els", "lien"):
            agrees(server, chromium, who)
    chromium.closes_tab()
    chromium.turns_to(pages["one"])
