"""The card on the page: one row for each indicator, filled by keys as fast as they are typed."""

import pytest

from tests.browser.looking import open_page, says, waits
from tests.browser.webdriver import KEYS, Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

LAST = "[...document.querySelectorAll('.mentor .said')].at(-1)"
CHOSEN = f"""[...{LAST}.querySelectorAll('.segments')].map((row) =>
  [...row.children].findIndex((one) => one.ariaChecked === 'true')).join(' ')"""


def test_digits_and_arrows_fill_a_card(server: Server, chromium: Browser):
    chromium.measures(390, 844)
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    says(chromium, "karim", "/score jonas 10")
    waits(chromium, f"({LAST}.querySelector('.buttons button').click(), true)")
    waits(chromium, f"{LAST}.querySelectorAll('.segments').length === 7 && true")
    waits(chromium, f"({LAST}.querySelector('[role=radio]').focus(), true)")
    chromium.types("3", "2", "1", "3")
    chromium.types(KEYS["down"], KEYS["right"], KEYS["enter"])
    waits(chromium, f"{CHOSEN} === '2 1 0 2 -1 1 -1'")
    waits(chromium, f"/4\\/13|5\\/13/.test({LAST}.textContent) && true")
    roles = waits(
        chromium,
        f"[[...{LAST}.querySelectorAll('[role=radiogroup]')].every((row) => row.ariaLabel)]",
    )
    assert roles == [True]
