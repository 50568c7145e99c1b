"""Pictures as they were when somebody looked at them: `KOMPAAN_GOLDEN=write` writes them anew.

They are kept at half their size in few colours, the frames of a film side by side. Another build of
the font's renderer may soften edges otherwise: a picture may differ by 100 of 255 at any point, by
more at 10 points, and by 1 on the whole. One letter that is another is noticed.
"""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageSequence, ImageStat

from bot.domain.scoring.colours import Colour
from bot.i18n import Voice
from bot.messages import LearnedStripe
from bot.pictures.drawn import drawn
from bot.showing.palette import Scheme
from tests.pictures.samples import EVERY

GOLDEN = Path(__file__).parent / "golden"
READERS = {"en": Scheme.LIGHT, "nl": Scheme.DARK}

NEAR, FAR_POINTS, ON_THE_WHOLE = 100, 10, 1.0


def small(name, language, picture=None):
    """Draw a picture and make it as golden ones are, but for the colours."""
    voice = Voice(language, "Europe/Brussels")
    data = drawn(picture or EVERY[name], voice, READERS[language]).data
    frames = [
        frame.convert("RGB") for frame in ImageSequence.Iterator(Image.open(io.BytesIO(data)))
    ]
    wide, high = frames[0].size
    strip = Image.new("RGB", (wide * len(frames), high))
    for place, frame in enumerate(frames):
        strip.paste(frame, (place * wide, 0))
    return strip.reduce(2)


def golden(name, language):
    with Image.open(GOLDEN / f"{name}_{language}.png") as picture:
        return picture.convert("RGB")


def alike(picture, other):
    """Compare two pictures within the tolerance."""
    if picture.size != other.size:
        return False
    difference = ImageChops.difference(picture, other)
    red, green, blue = difference.split()
    largest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    far = sum(largest.histogram()[NEAR + 1 :])
    return far <= FAR_POINTS and max(ImageStat.Stat(difference).mean) <= ON_THE_WHOLE


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("name", EVERY)
def test_a_picture_looks_as_it_did(name, language):
    now = small(name, language)
    if os.environ.get("KOMPAAN_GOLDEN") == "write":
        few = now.quantize(64, dither=Image.Dither.NONE)
        few.save(GOLDEN / f"{name}_{language}.png", optimize=True)
    assert alike(now, golden(name, language))


def test_no_golden_picture_is_left_over():
    expected = {f"{name}_{language}.png" for name in EVERY for language in READERS}
    assert {path.name for path in GOLDEN.iterdir()} == expected


def changed(row=None, cell=None):
    """Change one row of the sample report, or its first cell."""
    report = EVERY["report"]
    first, *others = report.rows
    cells = (replace(first.cells[0], **(cell or {})), *first.cells[1:])
    return replace(report, rows=(replace(first, cells=cells, **(row or {})), *others))


@pytest.mark.parametrize(
    "picture",
    [
        changed(row={"title": "Keeps everybody on side safe"}),
        changed(row={"number": 4}),
        changed(cell={"colour": Colour.RED}),
        changed(cell={"covered": 1}),
        changed(cell={"deeper": 1}),
        changed(row={"before": LearnedStripe(1, 6)}),
    ],
    ids=["letter", "number", "colour", "progress", "growth", "learned before"],
)
def test_whatever_changes_is_noticed(picture):
    assert alike(small("report", "en", changed()), golden("report", "en"))
    assert not alike(small("report", "en", picture), golden("report", "en"))
