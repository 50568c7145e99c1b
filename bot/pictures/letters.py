"""Letters: the bundled font, what a text measures, and how it is made to fit.

The font is Inter (fonts/OFL.txt): it covers Latin, Greek and Cyrillic. A sign that it lacks is
drawn as an empty box.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.pictures.masks import Mask, mask_of

FONTS = Path(__file__).parent / "fonts"
ELLIPSIS = "…"
CAPITAL = 0.727
"""The height of a capital in Inter, as a share of the size."""

_EDGE = 3


class FontWeight(StrEnum):
    """The two weights, by their files."""

    REGULAR = "Inter-Regular.otf"
    BOLD = "Inter-SemiBold.otf"


@dataclass(frozen=True, slots=True)
class Face:
    """The font in one weight and size (pixels)."""

    weight: FontWeight
    size: int

    @property
    def capital(self) -> int:
        """The height of a capital letter, in pixels."""
        return round(self.size * CAPITAL)

    def width(self, text: str) -> int:
        """Measure a text that is already tidy, in pixels."""
        return sum(map(_advances(self).__getitem__, text))

    def fitting(self, text: str, width: int) -> int:
        """Tell how many letters from the beginning fit in a width."""
        return bisect_right(list(accumulate(map(_advances(self).__getitem__, text))), width)


class _Advances(dict[str, int]):
    """How far each letter moves the pen: without kerning a text is as wide as their sum."""

    def __init__(self, face: Face) -> None:
        self._font = font(face)

    def __missing__(self, letter: str) -> int:
        self[letter] = round(self._font.getlength(letter))
        return self[letter]


@lru_cache(maxsize=32)
def _advances(face: Face) -> _Advances:
    return _Advances(face)


@lru_cache(maxsize=32)
def font(face: Face) -> ImageFont.FreeTypeFont:
    """Load the font; the basic layout is the one that draws alike on every machine."""
    return ImageFont.truetype(
        FONTS / face.weight.value, face.size, layout_engine=ImageFont.Layout.BASIC
    )


def tidy(text: str) -> str:
    """Put letters and their accents together; leave out what cannot be seen."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    if spaced.isprintable():
        return spaced
    return "".join(letter for letter in spaced if letter.isprintable())


def fit(text: str, face: Face, width: int) -> str:
    """Fit a text into a width: where it is too wide, it ends with an ellipsis."""
    text = tidy(text)
    if face.width(text) <= width:
        return text
    kept = face.fitting(text, width - face.width(ELLIPSIS))
    return text[:kept].rstrip(" ,.;:(/-") + ELLIPSIS


def wrap(text: str, face: Face, width: int, lines: int) -> list[str]:
    """Break a text into at most so many lines, the last ended with an ellipsis if need be."""
    rest = tidy(text)
    broken: list[str] = []
    while rest and len(broken) < lines - 1:
        line, rest = _break(rest, face, width)
        broken.append(line)
    return [*broken, fit(rest, face, width)] if rest else broken


def _break(text: str, face: Face, width: int) -> tuple[str, str]:
    """Break after the last space that fits, else after a hyphen or slash, else anywhere."""
    kept = face.fitting(text, width)
    if kept == len(text):
        return text, ""
    space = text.rfind(" ", 0, kept + 1)
    joint = max(text.rfind(sign, 0, kept) for sign in "-/") + 1
    cut = next((place for place in (space, joint) if place > 0), max(kept, 1))
    return text[:cut].rstrip(), text[cut:].lstrip()


@lru_cache(maxsize=1024)
def line_mask(text: str, face: Face) -> Mask:
    """Draw a line of text, placed from pen and baseline."""
    ascent, descent = font(face).getmetrics()
    size = (face.width(text) + 2 * _EDGE, ascent + descent + 2 * _EDGE)
    mask = Image.new("L", size)
    origin = (_EDGE, _EDGE + ascent)
    ImageDraw.Draw(mask).text(origin, text, fill=255, font=font(face), anchor="ls")
    inked = mask.getbbox() or (0, 0, 1, 1)
    return mask_of(mask.crop(inked), inked[0] - origin[0], inked[1] - origin[1])


@lru_cache(maxsize=256)
def upright_mask(text: str, face: Face) -> Mask:
    """Draw a line of text that is read upwards."""
    data, size, left, top = line_mask(text, face)
    turned = Image.frombytes("L", size, data).transpose(Image.Transpose.ROTATE_90)
    return mask_of(turned, top, -left - size[0])
