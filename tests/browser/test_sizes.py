"""The chat has most of the window, whatever its size, and all is within reach."""

import pytest

from tests.browser.looking import open_page, says, waits
from tests.browser.webdriver import Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

Sizes = list[tuple[int, int]]
FEW = [(360, 640), (820, 1180), (1280, 640), (1400, 900)]
"""One for each of the page's layouts: a telephone, a tablet, a low screen, and a large one."""
SIZES = [(360, 640), (390, 664), (390, 844), (820, 1180), (1280, 640), (1366, 657), (1400, 900)]

of_every_size = pytest.mark.parametrize(
    "sizes", [FEW, pytest.param(SIZES, marks=pytest.mark.long)], ids=["few", "all"]
)

CHAT = "[...document.querySelectorAll('.mentor .chat')].find((chat) => chat.offsetHeight)"
IN_SIGHT = f"""(() => {{
  const seen = {CHAT}.getBoundingClientRect();
  const last = [...{CHAT}.querySelectorAll('.said')].at(-1).getBoundingClientRect();
  return last.bottom <= seen.bottom + 1 && last.top >= seen.top - 1;
}})() && true"""


@of_every_size
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_chat_has_more_than_half_of_every_window(
    server: Server, chromium: Browser, language: str, sizes: Sizes
):
    for width, height in sizes:
        chromium.measures(width, height)
        open_page(chromium, f"http://127.0.0.1:{server.port}/?lang={language}")
        # Where one chat is seen at a time it is the mentor's, in which the guide begins.
        share = waits(chromium, f"{CHAT}.offsetHeight / innerHeight")
        assert share >= 0.55, (width, height, share)


@of_every_size
def test_the_last_message_its_keyboard_and_its_undo_are_in_sight(
    server: Server, chromium: Browser, sizes: Sizes
):
    for width, height in sizes:
        chromium.measures(width, height)
        open_page(chromium, f"http://127.0.0.1:{server.port}/")
        # What was scored before was the guide's step, which may wait in the student's chat by now.
        waits(chromium, "(document.querySelector('.tab.mentor').click(), true)")
        says(chromium, "karim", "/score jonas 10.3")
        waits(chromium, f"{CHAT}.querySelector('.said:last-child .buttons') && {IN_SIGHT}")
        says(chromium, "karim", "jonas 10.3 v")
        undo = f"{CHAT}.querySelector('.log > .said:last-of-type .buttons')"
        waits(chromium, f"/Undo/.test({undo}.textContent) && {IN_SIGHT}")


def test_what_grows_while_the_browser_moves_the_chat_is_followed(server: Server, chromium: Browser):
    chromium.measures(1400, 900)
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    for _again in range(4):
        says(chromium, "karim", "jonas 4 all v")
    said = f"{CHAT}.querySelectorAll('.said')"
    waits(chromium, f"{said}.length === 8 && {IN_SIGHT}")
    # As a picture that is there at last, in the moment in which dots below it go.
    waits(
        chromium,
        f"(([...{said}].at(-1).style.paddingTop = '300px'), "
        f"({CHAT}.querySelector('.scroll').scrollTop -= 30), true)",
    )
    waits(chromium, IN_SIGHT)


@of_every_size
def test_every_key_of_the_scoring_keyboard_is_in_sight_in_dutch_too(
    server: Server, chromium: Browser, sizes: Sizes
):
    keys = f"""(() => {{
      const [seen, box] = [{CHAT}, {CHAT}.querySelector('.log > .said:last-of-type > .buttons')]
        .map((part) => part.getBoundingClientRect());
      const keys = [...{CHAT}.querySelectorAll('.log > .said:last-of-type > .buttons button')];
      return keys.length > 8 && [keys.map((key) => key.getBoundingClientRect())
        .filter(({{ top, bottom }}) => top < Math.max(seen.top, box.top) - 1
          || bottom > Math.min(seen.bottom, box.bottom) + 1).length];
    }})()"""
    for width, height in sizes:
        chromium.measures(width, height)
        open_page(chromium, f"http://127.0.0.1:{server.port}/?lang=nl")
        says(chromium, "karim", "/scoor jonas 10.3")
        assert waits(chromium, f"{IN_SIGHT} && {keys}") == [0], (width, height)


def test_the_buttons_below_a_tall_picture_are_in_sight_with_its_beginning(
    server: Server, chromium: Browser
):
    last = f"[...{CHAT}.querySelectorAll('.said')].at(-1)"
    in_sight = f"""(() => {{
      const seen = {CHAT}.getBoundingClientRect();
      const buttons = {last}.querySelectorAll('.buttons button');
      const [shot, ...all] = [{last}.querySelector('.shot'), ...buttons]
        .map((part) => part.getBoundingClientRect());
      return all.length > 3 && shot.top >= seen.top - 1 && shot.top + 90 < all[0].top
        && all.every((button) => button.top >= seen.top && button.bottom <= seen.bottom + 1);
    }})()"""
    for width, height in ((360, 640), (1400, 900), (1366, 657)):
        chromium.measures(width, height)
        open_page(chromium, f"http://127.0.0.1:{server.port}/")
        for line in ("/report jonas", "/report jonas 10"):
            says(chromium, "karim", line)
            waits(chromium, f"{last}.querySelector('img').naturalWidth && {in_sight}")
    chromium.runs("localStorage.setItem('kompaan.guide', 'done'); arguments[0](true)")
    open_page(chromium, f"http://127.0.0.1:{server.port}/")  # and so when one comes back
    waits(chromium, f"{last}.querySelector('img').naturalWidth && {in_sight}")


def test_at_twice_the_size_all_can_be_reached(server: Server, chromium: Browser):
    chromium.measures(700, 450)  # what 1400 by 900 is at 200 %
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    away = waits(
        chromium,
        """[[...document.querySelectorAll(`.move, .languages a, .unfold, .tab, .pane.shown .person,
          .pane.shown textarea, .pane.shown .send, .guide button:not([hidden])`)].filter((used) => {
            used.scrollIntoView({ block: 'nearest' });
            const at = used.getBoundingClientRect();
            const [x, y] = [(at.left + at.right) / 2, (at.top + at.bottom) / 2];
            const top = document.elementFromPoint(x, y);
            return at.width < 20 || at.height < 20 || !(used === top || used.contains(top));
          }).map((used) => used.outerHTML.slice(0, 120))]""",
    )
    assert away == [[]]
    waits(chromium, "(document.querySelector('.unfold').click(), true)")
    waits(chromium, "document.querySelector('.sheet[open] .colours') && true")


def test_until_the_first_messages_each_thing_is_asked_once(server: Server, chromium: Browser):
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    asked = waits(
        chromium,
        "performance.getEntriesByType('resource')"
        ".map((one) => [one.name.replace(location.origin, ''), one.transferSize])",
    )
    # The icon stands on the page and on its tab; the stream of events has no end.
    names = [name for name, _size in asked if not name.startswith(("/page/icon", "/chat/events"))]
    assert len(names) == len(set(names)) <= 8, names
    assert sum(size for _name, size in asked) < 36_000
