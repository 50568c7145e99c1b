"""The page as people meet it who cannot see it well: axe-core finds nothing wrong with it."""

from pathlib import Path

import pytest

from tests.browser.looking import open_page, says, waits
from tests.browser.webdriver import KEYS, Browser, missing
from tests.faults.server import Server

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed for a browser: {missing()}"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm was missing"),
]

SAID = (
    ("karim", "jonas 10 vvlvxvvvvlvvv"),
    ("jonas", "/report"),
    ("jonas", "/report 10"),
    ("els", "/class 6A"),
    ("lien", "/overview jonas"),
    ("lien", "/film jonas"),
    ("karim", "/score jonas 10.3"),
)

FILLED = """
const done = arguments[arguments.length - 1];
const look = () => {
  const images = [...document.querySelectorAll("img")];
  const all = images.length > 2 && images.every((one) => one.complete);
  all ? done(images.length) : setTimeout(look, 20);
};
look();
"""

CHECKED = """
const done = arguments[arguments.length - 1];
const asked = { resultTypes: ["violations"], selectors: false };  // the rules are all the same
axe.run(document, asked).then((found) => done(found.violations.map((one) =>
  [one.id, one.help, one.nodes.map((node) => node.html.slice(0, 200))])));
"""


STATES = {
    "the whole page": "",
    "the board, opened": "document.querySelector('.unfold').click()",
    "a form": "document.querySelector('.sheet').close();"
    "[...document.querySelectorAll('.form summary')].at(-1).click()",
    "the list of commands": "const box = document.querySelector('.mentor textarea');"
    "box.value = '/'; box.dispatchEvent(new Event('input'))",
    "a film, played": "document.querySelector('.play').click()",
    "a picture, enlarged": "document.querySelector('.enlarge').click()",
}


def test_nothing_is_wrong_with_the_page_in_any_state_in_light_and_in_dark(
    server: Server, chromium: Browser
):
    for number, (who, text) in enumerate(SAID):
        server.ask("POST", f"/chat/{who}", {"key": f"k{number}", "text": text})
    for scheme, width in (("light", 1400), ("dark", 390)):
        chromium.prefers(scheme)
        chromium.measures(width, 900)
        open_page(chromium, f"http://127.0.0.1:{server.port}/")
        chromium.runs(FILLED)
        chromium.runs(AXE.read_text() + "; arguments[0]()")
        for state, script in STATES.items():
            chromium.runs(f"{script}; arguments[0]()")
            assert chromium.runs(CHECKED) == [], (scheme, state)


CARD = "[...document.querySelectorAll('.mentor .said')].at(-1)"


STILL = "document.getAnimations().every((moving) => moving.playState === 'finished') && true"


def test_nothing_is_wrong_with_a_card_in_any_of_its_views(server: Server, chromium: Browser):
    for scheme, width in (("light", 1400), ("dark", 390)):
        chromium.prefers(scheme)
        chromium.measures(width, 900)
        open_page(chromium, f"http://127.0.0.1:{server.port}/")
        says(chromium, "karim", "/score jonas 10")
        waits(chromium, f"({CARD}.querySelector('.buttons button').click(), true)")
        waits(chromium, f"{CARD}.querySelectorAll('[role=radiogroup]').length === 7 && true")
        chromium.runs(AXE.read_text() + "; arguments[0]()")
        waits(chromium, f"({CARD}.querySelector('[role=radio]').click(), true)")
        waits(chromium, f"{CARD}.querySelector('[role=radio][aria-checked=true]') && true")
        for label, shown in (("", "1/13"), ("how often", "often?"), ("note", "note on which?")):
            pressed = (
                f"[...{CARD}.querySelectorAll('button')].find((b) => b.textContent === '{label}')"
            )
            waits(chromium, f"({pressed}?.click(), true)")
            waits(chromium, f"{CARD}.textContent.includes('{shown}') && true")
            waits(chromium, STILL)
            assert chromium.runs(CHECKED) == [], (scheme, label)


def test_what_was_used_leaves_the_tab_order_and_arrows_lead_to_it(
    server: Server, chromium: Browser
):
    for number in range(30):
        server.ask("POST", "/chat/karim", {"key": f"k{number}", "text": "/score jonas 10.3"})
    chromium.measures(1400, 900)
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    count = waits(
        chromium,
        "[...document.querySelectorAll('button, a, select, textarea, summary, [tabindex]')]"
        ".filter((used) => used.tabIndex >= 0 && used.checkVisibility()).length",
    )
    assert count < 80
    waits(
        chromium, "document.querySelector('.mentor .log .said:last-of-type button').focus() ?? true"
    )
    chromium.types(KEYS["up"])
    assert waits(chromium, "document.activeElement.closest('.old') && true") is not None


def test_by_keyboard_alone_from_a_line_to_an_undone_score(server: Server, chromium: Browser):
    chromium.measures(1366, 657)
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    chromium.types(KEYS["tab"], KEYS["tab"], KEYS["enter"])  # the second link that skips
    waits(chromium, "document.activeElement === document.querySelector('.mentor textarea')")
    chromium.types("jonas 10.3 v", KEYS["enter"])
    undo = (
        "[...document.querySelectorAll('.mentor button')].find((b) => /Undo/.test(b.textContent))"
    )
    waits(chromium, f"{undo} && true")
    for _step in range(12):
        if chromium.runs(f"arguments[0](document.activeElement === {undo})"):
            break
        chromium.runs("arguments[0]()")
        chromium.steps_back()
    chromium.types(KEYS["enter"])
    waits(chromium, "/undone|taken back/i.test(document.querySelector('.mentor .log').textContent)")


def test_a_form_opens_with_its_first_question_in_sight(server: Server, chromium: Browser):
    server.ask("POST", "/chat/karim", {"key": "k", "text": "/score jonas 10.3"})
    for width, height in ((390, 664), (1366, 657)):
        chromium.measures(width, height)
        open_page(chromium, f"http://127.0.0.1:{server.port}/")
        waits(chromium, "document.querySelector('.mentor .form summary').click() ?? true")
        waits(
            chromium,
            """(() => {
              const seen = document.querySelector('.mentor .chat').getBoundingClientRect();
              const form = document.querySelector('.mentor .form[open] fieldset');
              const first = form.getBoundingClientRect();
              return first.top >= seen.top && first.bottom <= seen.bottom;
            })()""",
        )
