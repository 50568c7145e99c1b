"""What tests ask of an open page: scripts that wait for something, and what they look at."""

from typing import Any

from tests.browser.webdriver import Browser

WAITED = """
const done = arguments[arguments.length - 1];
const began = performance.now();
const look = () => {
  let found = null;
  try { found = (WANTED); } catch {}
  if (found) done(found === true ? Math.round(performance.now() - began) : found);
  else if (performance.now() - began > 90000) done(null);
  else setTimeout(look, 20);
};
look();
"""

SAYS = """
const [who, line, done] = arguments;
const panes = [...document.querySelectorAll(".pane")];
const pane = panes.find((pane) => pane.querySelector(".person").value === who);
const field = pane.querySelector("textarea");
field.value = line;
pane.querySelector(".composer").requestSubmit();
done(true);
"""

ON_SCREEN = """
const [who, done] = arguments;
const panes = [...document.querySelectorAll(".pane")];
const pane = panes.find((pane) => pane.querySelector(".person").value === who);
done([...pane.querySelectorAll(".said")].map((said) => [Number(said.dataset.id ?? 0),
  [...said.querySelectorAll(".bubble p")].map((part) => part.textContent).join("\\n").trim()]));
"""


def waits(browser: Browser, wanted: str) -> Any:
    """Wait until an expression holds; gives it, or after how many milliseconds it was true."""
    found = browser.runs(WAITED.replace("WANTED", wanted))
    assert found is not None, f"never came: {wanted}"
    return found


def open_page(browser: Browser, address: str) -> None:
    """Open the page, and wait until all chats are there."""
    browser.open(address)
    waits(browser, LOADED)


LOADED = (
    "document.querySelectorAll('.pane').length === 4 && document.querySelector('.strip') && "
    "[...document.querySelectorAll('.pane')].every((pane) => pane.querySelector('.said, .empty'))"
    " && document.querySelector('.log')"
    " && [...document.images].every((image) => image.complete) && true"
)


def says(browser: Browser, who: str, line: str) -> None:
    """Type a line in somebody's pane and send it."""
    browser.runs(SAYS, who, line)


def on_screen(browser: Browser, who: str) -> list[tuple[int, str]]:
    """List what somebody's pane shows, each with the server's number."""
    return [(number, text) for number, text in browser.runs(ON_SCREEN, who)]
