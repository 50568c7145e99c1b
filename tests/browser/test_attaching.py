"""A photo is attached where words are asked for: chosen or dropped, seen, and sent by keyboard."""

import pytest

from tests.browser.looking import open_page, says, waits
from tests.browser.webdriver import KEYS, Browser, missing
from tests.faults.server import Server

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")

DROPS = """
const [type, name, done] = arguments;
const canvas = Object.assign(document.createElement("canvas"), { width: 2400, height: 60 });
canvas.getContext("2d").fillRect(0, 0, 9, 9);
canvas.toBlob((blob) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([blob], name, { type }));
  const chat = document.querySelector(".student .chat");
  chat.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  done(true);
});
"""
LAST = "document.querySelector('.student .said.mine:has(img)')"


def test_a_dropped_photo_goes_into_the_answer_with_its_words(server: Server, chromium: Browser):
    chromium.measures(1400, 900)
    open_page(chromium, f"http://127.0.0.1:{server.port}/")
    says(chromium, "jonas", "/reflect")
    buttons = "[...document.querySelectorAll('.student .buttons button')]"
    waits(chromium, f"{buttons}.find((b) => b.textContent === 'answer').click() ?? true")
    waits(chromium, "/as many messages/.test(document.querySelector('.student .log').textContent)")
    chromium.runs(DROPS, "application/pdf", "plan.pdf")
    left_out = waits(
        chromium, "document.querySelector('.student .attached .complaint').textContent"
    )
    assert left_out.startswith("plan.pdf was left out")
    for name in ("first.png", "second.png"):
        chromium.runs(DROPS, "image/png", name)
        waits(chromium, f"/{name}/.test(document.querySelector('.student .attached').textContent)")
    # The second is left out again, and the words are typed and sent, by keyboard.
    chromium.steps_back()  # the button that chooses
    chromium.steps_back()  # what leaves out the second
    chromium.types(KEYS["enter"])
    waits(chromium, "document.querySelectorAll('.student .attached .chip').length === 1")
    chromium.types("the stairs", KEYS["enter"])
    assert waits(chromium, f"{LAST}.querySelector('img').naturalWidth") == 1600
    waits(chromium, f"/the stairs/.test({LAST}.textContent) && !document.querySelector('.pending')")
    waits(chromium, "/1 message so far/.test(document.querySelector('.student .log').textContent)")
    assert waits(chromium, "document.querySelectorAll('.student .chip').length === 0") is not None
