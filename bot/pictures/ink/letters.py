"""Letters: the bundled fonts, what a text measures, and how it is made to fit.

The font is Inter (fonts/OFL.txt): it covers Latin, Greek and Cyrillic. What it lacks is drawn with
the fonts of `scripts`, and what those lack is written in Latin letters.
"""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.pictures.ink.masks import Mask, mask_of
from bot.pictures.ink.scripts import FALLBACKS, drawable, is_plain, visual

FONTS = Path(__file__).parents[1] / "fonts"
ELLIPSIS = "…"
CAPITAL = 0.727
"""The height of a capital in Inter, as a share of the size."""

NARROWEST = 70
"""How wide letters are at least, in percent, so that a long title keeps to its lines."""

_EDGE = 3
_TRIED = 20
_NO_SIGN = "\U0010ffff"


class FontWeight(StrEnum):
    """The two weights, by their files."""

    REGULAR = "Inter-Regular.otf"
    BOLD = "Inter-SemiBold.otf"


@dataclass(frozen=True, slots=True)
class Face:
    """The font in one weight and size (pixels), as wide as it is or narrowed (percent)."""

    weight: FontWeight
    size: int
    wide: int = 100

    @property
    def capital(self) -> int:
        """The height of a capital letter, in pixels."""
        return round(self.size * CAPITAL)

    def width(self, text: str) -> int:
        """Measure a text that is already tidy, in pixels."""
        return -(-self.advance(visual(text)) * self.wide // 100)

    def advance(self, text: str) -> int:
        """Measure a text in its visual order before it is narrowed."""
        return sum(map(_advances(self).__getitem__, text))

    def fitting(self, text: str, width: int) -> int:
        """Tell how many letters from the beginning fit in a width."""
        advances = map(_advances(self).__getitem__, text)
        return bisect_right(list(accumulate(advances)), width * 100 // self.wide)


class _Advances(dict[str, int]):
    """How far each letter moves the pen: without kerning a text is as wide as their sum."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, letter: str) -> int:
        self[letter] = round(_font_of(letter, self._face).getlength(letter))
        return self[letter]


@lru_cache(maxsize=32)
def _advances(face: Face) -> _Advances:
    return _Advances(face)


@lru_cache(maxsize=32)
def font(face: Face) -> ImageFont.FreeTypeFont:
    """Load the font; the basic layout is the one that draws alike on every machine."""
    return _loaded(face.weight.value, face.size)


@lru_cache(maxsize=64)
def _loaded(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / file, size, layout_engine=ImageFont.Layout.BASIC)


def _font_of(letter: str, face: Face) -> ImageFont.FreeTypeFont:
    """Find the font that has a letter."""
    return _loaded(_file_of(letter) or face.weight.value, face.size)


@lru_cache(maxsize=4096)
def _file_of(letter: str) -> str | None:
    """Find the file of the first fallback that has a letter; None where Inter has it, or none."""
    if is_plain(letter) or _has(FontWeight.REGULAR.value, letter):
        return None
    return next((file for file in FALLBACKS if _has(file, letter)), None)


@lru_cache(maxsize=4096)
def _has(file: str, letter: str) -> bool:
    """Say whether a font has a letter: else it draws what it draws for no letter at all."""
    drawn = _loaded(file, _TRIED)
    return bytes(drawn.getmask(letter)) != bytes(drawn.getmask(_NO_SIGN))


def _is_drawn(letter: str) -> bool:
    return _file_of(letter) is not None or _has(FontWeight.REGULAR.value, letter)


def tidy(text: str) -> str:
    """Put letters and their accents together; leave out what cannot be seen."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    if not spaced.isprintable():
        spaced = "".join(letter for letter in spaced if letter.isprintable())
    return drawable(spaced, _is_drawn)


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


def settle(text: str, face: Face, width: int, lines: int) -> tuple[list[str], Face]:
    """Break a text into at most so many lines, in a narrower face where it needs more of them."""
    tried = next(
        (tried for tried in narrowed(face) if len(wrap(text, tried, width, lines + 1)) <= lines),
        replace(face, wide=NARROWEST),
    )
    return wrap(text, tried, width, lines), tried


def narrowed(face: Face, least: int = NARROWEST) -> list[Face]:
    """List a face as wide as it is and narrowed, down to a percentage."""
    return [replace(face, wide=wide) for wide in range(100, least - 1, -6)]


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
    runs = _runs(visual(text), face)
    metrics = [drawn.getmetrics() for _run, drawn in runs] or [font(face).getmetrics()]
    ascent, descent = (max(measures) for measures in zip(*metrics, strict=True))
    size = (face.advance(visual(text)) + 2 * _EDGE, ascent + descent + 2 * _EDGE)
    mask = Image.new("L", size)
    origin = (_EDGE, _EDGE + ascent)
    pen = _EDGE
    for run, drawn in runs:
        place = (pen, origin[1])
        ImageDraw.Draw(mask).text(place, run, fill=255, font=drawn, anchor="ls")
        pen += face.advance(run)
    edge = origin[0]
    if face.wide != 100:
        edge = edge * face.wide // 100
        mask = mask.resize((mask.width * face.wide // 100, mask.height), Image.Resampling.BICUBIC)
    inked = mask.getbbox() or (0, 0, 1, 1)
    return mask_of(mask.crop(inked), inked[0] - edge, inked[1] - origin[1])


def _runs(text: str, face: Face) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    """Part a text by the fonts that draw it."""
    return [
        ("".join(letters), _loaded(file or face.weight.value, face.size))
        for file, letters in groupby(text, key=_file_of)
    ]


@lru_cache(maxsize=256)
def upright_mask(text: str, face: Face) -> Mask:
    """Draw a line of text that is read upwards."""
    data, size, left, top = line_mask(text, face)
    turned = Image.frombytes("L", size, data).transpose(Image.Transpose.ROTATE_90)
    return mask_of(turned, top, -left - size[0])
