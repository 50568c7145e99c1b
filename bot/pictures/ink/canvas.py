"""A canvas of few flat colours: it holds numbers of a palette, which is fast and small.

Everything stands on a ground that is known, so soft edges are mixed beforehand, in a few steps.
"""

import io
from enum import StrEnum

from PIL import Image

from bot.pictures.ink.letters import Face, line_mask, upright_mask
from bot.pictures.ink.masks import Mask, draw_corners
from bot.showing.palette import Paint

STEPS = 8
"""Into how many steps the mixture of an ink and its ground is divided."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom, the last two just outside."""


class Align(StrEnum):
    """On which side of its place a text stands."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


class Canvas:
    """Something to draw on, in colours given as '#rrggbb'."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        """Begin with an empty ground."""
        self._numbers: dict[str, int] = {}
        self._ramps: dict[Paint, bytes] = {}
        self._shapes: dict[tuple[Mask, Paint], Image.Image] = {}
        self.image = Image.new("L", (width, height), self._number_of(ground))

    def box(self, box: Box, ink: str) -> None:
        """Fill a box."""
        self.image.paste(self._number_of(ink), box)

    def field(self, box: Box, paint: Paint, radius: int = 10) -> None:
        """Fill a box with the ink; the ground shows at its round corners."""
        self.box(box, paint.ink)
        left, top, right, bottom = box
        radius = min(radius, (right - left) // 2, (bottom - top) // 2)
        if radius > 0:
            places = [(x, y) for y in (top, bottom - radius) for x in (left, right - radius)]
            for mask, place in zip(draw_corners(radius), places, strict=True):
                self.stamp(place, mask, paint)

    def stamp(self, place: tuple[int, int], mask: Mask, paint: Paint) -> None:
        """Put a shape at a place, on a flat ground."""
        shape = self._shapes.get((mask, paint))
        if shape is None:
            shape = Image.frombytes("L", mask.size, mask.data.translate(self._ramp_of(paint)))
            self._shapes[mask, paint] = shape
        self.image.paste(shape, (place[0] + mask.left, place[1] + mask.top))

    def text(
        self,
        place: tuple[int, int],
        text: str,
        face: Face,
        paint: Paint,
        align: Align = Align.LEFT,
    ) -> None:
        """Write one line, its baseline at the place."""
        shift = {Align.LEFT: 0, Align.MIDDLE: face.width(text) // 2, Align.RIGHT: face.width(text)}
        self.stamp((place[0] - shift[align], place[1]), line_mask(text, face), paint)

    def upright(self, place: tuple[int, int], text: str, face: Face, paint: Paint) -> None:
        """Write one line upwards, its baseline to the right of where it begins."""
        self.stamp(place, upright_mask(text, face), paint)

    def png(self) -> bytes:
        """Write what is drawn as a PNG."""
        out = io.BytesIO()
        self._colour(self.image).save(out, "PNG", compress_level=2)
        return out.getvalue()

    @property
    def palette(self) -> list[str]:
        """The colours by their numbers, so far."""
        return list(self._numbers)

    def _colour(self, numbers: Image.Image) -> Image.Image:
        """Colour numbers with the palette of this canvas."""
        copy = numbers.copy()
        copy.putpalette(b"".join(bytes.fromhex(colour[1:]) for colour in self._numbers))
        return copy

    def _number_of(self, colour: str) -> int:
        return self._numbers.setdefault(colour, len(self._numbers))

    def _ramp_of(self, paint: Paint) -> bytes:
        """Look up the palette's number for each amount of ink."""
        if paint not in self._ramps:
            steps = [self._number_of(mix(paint, step / STEPS)) for step in range(STEPS + 1)]
            self._ramps[paint] = bytes(steps[round(value * STEPS / 255)] for value in range(256))
        return self._ramps[paint]


def mix(paint: Paint, share: float) -> str:
    """Mix so much of an ink into its ground."""
    parts = zip(*(bytes.fromhex(colour[1:]) for colour in paint), strict=True)
    return "#" + bytes(round(g + (i - g) * share) for i, g in parts).hex()
