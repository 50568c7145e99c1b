"""What a chat shows is what is stored: in its order, once, after all that can come in between."""

import re

import pytest

from tests.browser.looking import on_screen, open_page, says, waits
from tests.browser.webdriver import Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

NOTHING_WAITS = "!document.querySelector('.pending, .failed') && true"


def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}/"


def stored(server: Server, who: str) -> list[tuple[int, str]]:
    messages = server.ask("GET", f"/chat/{who}")[1]["messages"]
    assert isinstance(messages, list)
    return [(message["id"], plain(message["text"])) for message in messages]


def shown(browser: Browser, who: str) -> list[tuple[int, str]]:
    return [(number, plain(text)) for number, text in on_screen(browser, who)]


def plain(text: str) -> str:
    """Leave out empty lines, which stand as a distance on the page."""
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def has(browser: Browser, who: str, number: int) -> None:
    panes = "[...document.querySelectorAll('.pane')]"
    pane = f"{panes}.find((one) => one.querySelector('.person').value === '{who}')"
    waits(browser, f"{pane}.querySelectorAll('.said').length >= {number} && true")


def test_two_tabs_a_return_and_a_restart_show_what_is_stored(server: Server, chromium: Browser):
    open_page(chromium, address(server))
    first = chromium.tab
    second = chromium.opens_tab(address(server))
    has(chromium, "lien", 1)
    for line in ("jonas 10 vvlvxvvvvlvvv", "/report jonas 10"):
        says(chromium, "karim", line)
    waits(chromium, NOTHING_WAITS)
    chromium.turns_to(first)
    # Left and entered again, before anything else is said.
    chromium.runs("dispatchEvent(new Event('focus')); arguments[0]()")
    has(chromium, "karim", 4)
    says(chromium, "karim", "today 10.3")
    has(chromium, "karim", 6)
    server.stop()
    waits(chromium, "!document.querySelector('.offline').hidden && true")
    says(chromium, "karim", "jonas 1 all v")
    waits(chromium, "document.querySelector('.failed .complaint button')?.click() ?? true")
    server.start()
    waits(chromium, "document.querySelector('.offline').hidden && true")
    waits(
        chromium,
        f"(document.querySelector('.complaint button')?.click(), {NOTHING_WAITS})",
    )
    has(chromium, "karim", 8)
    for tab in (first, second):
        chromium.turns_to(tab)
        has(chromium, "karim", 8)
        for who in ("karim", "jonas", "els", "lien"):
            assert shown(chromium, who) == stored(server, who)
    chromium.closes_tab()
    chromium.turns_to(first)


def test_what_was_said_long_ago_can_be_read(server: Server, chromium: Browser):
    for number in range(40):
        server.ask("POST", "/chat/els", {"key": f"k{number}", "text": "/help"})
    open_page(chromium, address(server))
    has(chromium, "els", 60)
    newest = stored(server, "els")
    before = server.ask("GET", f"/chat/els/before/{newest[0][0]}")[1]["messages"]
    assert isinstance(before, list)
    waits(chromium, "document.querySelectorAll('.earlier')[2].click() ?? true")
    has(chromium, "els", 80)
    assert [number for number, _text in shown(chromium, "els")] == [
        *(message["id"] for message in before),
        *(number for number, _text in newest),
    ]
    assert waits(chromium, "document.querySelectorAll('.earlier')[2].hidden") is not None


def test_what_one_asks_reaches_the_other_within_a_second(server: Server, chromium: Browser):
    open_page(chromium, address(server))
    count = len(on_screen(chromium, "karim"))
    for label in ("ask all", "send the usual one"):
        buttons = "[...document.querySelectorAll('.pane.coach .buttons button')]"
        waits(chromium, f"{buttons}.findLast((b) => b.textContent === '{label}').click() ?? true")
    took = waits(
        chromium,
        f"document.querySelectorAll('.pane.mentor .said').length > {count} && true",
    )
    assert took < 1000


def test_a_draft_belongs_to_its_person_and_a_slash_lists_commands(
    server: Server, chromium: Browser
):
    open_page(chromium, address(server))
    field, person = (
        f"document.querySelector('.student {name}')" for name in ("textarea", ".person")
    )
    says(chromium, "jonas", "/help")
    has(chromium, "jonas", 2)
    left = waits(
        chromium,
        f"({field}.value = 'half a line', {person}.value = 'amina',"
        f"{person}.dispatchEvent(new Event('change')), "
        "[document.querySelectorAll('.student .said').length])",
    )
    assert left == [0]  # nobody's words stand below another's name, however slow the line
    waits(chromium, f"{field}.value === '' && true")
    waits(
        chromium,
        f"({person}.value = 'jonas', {person}.dispatchEvent(new Event('change')), 'back')",
    )
    waits(chromium, f"{field}.value === 'half a line' && true")
    listed = waits(
        chromium,
        f"({field}.value = '/re', {field}.dispatchEvent(new Event('input')), "
        "((all) => all.length && all.map((b) => b.textContent))("
        "[...document.querySelectorAll('.student .commands li b')]))",
    )
    assert "/report" in listed
    assert all(name.startswith("/re") for name in listed)
