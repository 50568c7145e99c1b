"""The docs' pictures of the page: its sizes, light and dark, in both languages.

`KOMPAAN_PAGES=write .venv/bin/pytest tests/browser/test_pictured.py` takes them anew; look at each.
"""

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.looking import open_page, says, waits
from tests.browser.webdriver import Browser, missing
from tests.faults.server import Server

DOCS = Path(__file__).parents[2] / "docs"
SIZES = ((360, 640), (390, 844), (1366, 657), (1400, 900))
SCHEMES = ("light", "dark")
GAP = 16
COLOURS = 128

LINES = {
    "en": (("karim", "jonas 10 vvlvxvvvvlvvv"), ("jonas", "/report")),
    "nl": (("karim", "jonas 10 vvlvxvvvvlvvv"), ("jonas", "/rapport")),
}
SEEN = (
    "document.querySelector('.mentor .buttons') "
    "&& document.querySelector('.student .shot img').naturalWidth > 0 && true"
)

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}"),
    pytest.mark.skipif(os.environ.get("KOMPAAN_PAGES") != "write", reason="only to take them anew"),
]


def test_the_pages_pictures_are_taken_anew(server: Server, chromium: Browser):
    taken = {}
    for language in ("nl", "en"):
        address = f"http://127.0.0.1:{server.port}/?lang={language}"
        chromium.measures(1400, 900)
        open_page(chromium, address)
        for who, line in LINES[language]:
            says(chromium, who, line)
        waits(chromium, SEEN)
        for scheme in SCHEMES:
            chromium.prefers(scheme)
            for size in SIZES:
                chromium.measures(*size)
                chromium.runs("sessionStorage.clear(); arguments[0](true)")  # the guide begins
                open_page(chromium, address)
                taken[size, language, scheme] = seen(chromium)
    chromium.prefers("light")
    chromium.measures(1400, 900, scale=2)
    chromium.runs("sessionStorage.clear(); arguments[0](true)")
    open_page(chromium, address)
    small(seen(chromium)).save(DOCS / "web-chat.png", optimize=True)
    for size in SIZES:
        sheet = [taken[size, language, scheme] for language in ("en", "nl") for scheme in SCHEMES]
        width, height = size
        side_by_side(sheet, 4 if height > width else 2).save(
            DOCS / f"web-chat-{width}x{height}.png", optimize=True
        )


def seen(browser: Browser) -> Image.Image:
    return Image.open(io.BytesIO(browser.pictured()))


def side_by_side(pictures: list[Image.Image], columns: int) -> Image.Image:
    """Lay pictures of one size in rows, with few colours, so that the file is small."""
    width, height = pictures[0].size
    rows = len(pictures) // columns
    sheet = Image.new(
        "RGB", (columns * (width + GAP) - GAP, rows * (height + GAP) - GAP), (128, 128, 128)
    )
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        sheet.paste(picture, (column * (width + GAP), row * (height + GAP)))
    return small(sheet)


def small(picture: Image.Image) -> Image.Image:
    """The picture in a palette; without dithering, which would roughen what is flat."""
    return picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
