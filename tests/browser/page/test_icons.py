"""The icons of the installed page, drawn of its one icon: they are files, since they never change.

`KOMPAAN_PAGES=write .venv/bin/pytest tests/browser/page/test_icons.py` draws them anew; look at
each.
"""

import io
import os

import pytest
from PIL import Image

from bot.platforms.page.bundle import OWN_BUNDLE
from bot.platforms.page.shell import GROUND
from bot.platforms.web.page_files import SHARED
from tests.browser.webdriver import Browser, missing

COLOURS = 64
ICONS = {
    "icon-192.png": (192, 1.0, None),
    "icon-512.png": (512, 1.0, None),
    "icon-maskable-512.png": (512, 0.62, GROUND),
    "apple-touch-icon.png": (180, 0.74, GROUND),
}
"""Of each: its side, how much of it the drawing takes, and its ground; none is transparent."""

DRAWN = """
const [svg, side, part, ground, done] = arguments;
const image = new Image();
image.onload = () => {
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const pen = canvas.getContext("2d");
  if (ground) { pen.fillStyle = ground; pen.fillRect(0, 0, side, side); }
  const at = side * (1 - part) / 2;
  pen.drawImage(image, at, at, side * part, side * part);
  done(canvas.toDataURL("image/png").split(",")[1]);
};
image.src = "data:image/svg+xml;base64," + btoa(svg);
"""

pytestmark = [
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}"),
    pytest.mark.skipif(os.environ.get("KOMPAAN_PAGES") != "write", reason="only to draw them anew"),
]


def test_the_icons_are_drawn_anew(chromium: Browser):
    import base64

    svg = (SHARED / "icon.svg").read_text(encoding="utf-8")
    svg = svg.replace("<svg ", '<svg width="512" height="512" ', 1)
    chromium.open("about:blank")
    for name, (side, part, ground) in ICONS.items():
        drawn = base64.b64decode(chromium.runs(DRAWN, svg, side, part, ground))
        picture = Image.open(io.BytesIO(drawn)).convert("RGBA" if ground is None else "RGB")
        method = Image.Quantize.FASTOCTREE
        picture.quantize(COLOURS, method=method, dither=Image.Dither.NONE).save(
            OWN_BUNDLE.folder / name, optimize=True
        )
