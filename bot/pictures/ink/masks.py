"""Shapes as masks: how much ink there is at each point, to be put on any ground in any ink."""

from collections.abc import Callable
from functools import lru_cache
from math import cos, pi, sin
from typing import NamedTuple

from PIL import Image, ImageDraw

from bot.domain.scoring.scales import Mastery

FINE = 8
"""How many times larger a shape is drawn, to be made smaller with soft edges."""

HATCHED = 11
"""How far the lines of a hatching lie apart, sideways."""

Drawing = Callable[[ImageDraw.ImageDraw, int], None]


class Mask(NamedTuple):
    """A shape: a byte of ink a point, and where it lies from the place it is put."""

    data: bytes
    size: tuple[int, int]
    left: int = 0
    top: int = 0


def mask_of(image: Image.Image, left: int = 0, top: int = 0) -> Mask:
    """Make a mask of a grey picture."""
    return Mask(image.tobytes(), image.size, left, top)


@lru_cache(maxsize=16)
def draw_corners(radius: int) -> tuple[Mask, ...]:
    """Draw the four corners of a round box: left and right above, left and right below."""
    first = _draw_fine(
        radius, lambda draw, fine: draw.ellipse((0, 0, 2 * fine, 2 * fine), fill=255)
    )
    flip = Image.Transpose
    turned = (flip.FLIP_LEFT_RIGHT, flip.FLIP_TOP_BOTTOM, flip.ROTATE_180)
    return (mask_of(first), *(mask_of(first.transpose(turn)) for turn in turned))


@lru_cache(maxsize=16)
def draw_mastery(kind: Mastery | None, size: int) -> Mask:
    """Draw a mastery's sign: ✗ in a ring, half a disc, ✓ in a disc; None is 'not here', a bar."""
    return mask_of(_draw_fine(size, _MASTERY[kind]))


@lru_cache(maxsize=16)
def draw_dot(size: int, *, full: bool) -> Mask:
    """Draw a dot, or the ring that waits for one."""
    return mask_of(_draw_fine(size, _disc if full else _ring))


@lru_cache(maxsize=4)
def draw_diamond(size: int) -> Mask:
    """Draw the mark of a photo."""
    half = 0.5
    corners_ = ((half, 0), (1, half), (half, 1), (0, half))

    def drawing(draw: ImageDraw.ImageDraw, side: int) -> None:
        draw.polygon([(x * side, y * side) for x, y in corners_], fill=255)

    return mask_of(_draw_fine(size, drawing))


@lru_cache(maxsize=16)
def draw_hatching(wide: int, high: int) -> Mask:
    """Draw slanting lines over a box."""
    across, down = wide * FINE, high * FINE
    large = Image.new("L", (across, down))
    draw = ImageDraw.Draw(large)
    for begin in range(-down, across + down, HATCHED * FINE):
        draw.line(((begin, down), (begin + down, 0)), fill=255, width=4 * FINE)
    return mask_of(large.resize((wide, high), Image.Resampling.BOX))


@lru_cache(maxsize=4)
def draw_pointer(size: int) -> Mask:
    """Draw a triangle that points to the right."""

    def drawing(draw: ImageDraw.ImageDraw, side: int) -> None:
        draw.polygon([(side * 0.15, 0), (side, side / 2), (side * 0.15, side)], fill=255)

    return mask_of(_draw_fine(size, drawing))


@lru_cache(maxsize=4)
def draw_star(size: int) -> Mask:
    """Draw a star of five points."""

    def drawing(draw: ImageDraw.ImageDraw, side: int) -> None:
        reach = [(0.5 if point % 2 == 0 else 0.21) * side for point in range(10)]
        places = [
            (side / 2 + far * sin(pi * point / 5), side * 0.53 - far * cos(pi * point / 5))
            for point, far in enumerate(reach)
        ]
        draw.polygon(places, fill=255)

    return mask_of(_draw_fine(size, drawing))


def _draw_fine(size: int, drawing: Drawing) -> Image.Image:
    """Draw a square shape larger than it is, and make it smaller."""
    large = Image.new("L", (size * FINE, size * FINE))
    drawing(ImageDraw.Draw(large), size * FINE - 1)
    return large.resize((size, size), Image.Resampling.BOX)


def _disc(draw: ImageDraw.ImageDraw, side: int) -> None:
    draw.ellipse((0, 0, side, side), fill=255)


def _ring(draw: ImageDraw.ImageDraw, side: int) -> None:
    draw.ellipse((0, 0, side, side), outline=255, width=max(side // 13, 2 * FINE))


def _shown(draw: ImageDraw.ImageDraw, side: int) -> None:
    _disc(draw, side)
    _stroke(draw, side, ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34)), ink=0)


def _half(draw: ImageDraw.ImageDraw, side: int) -> None:
    _ring(draw, side)
    draw.pieslice((0, 0, side, side), 90, 270, fill=255)


def _not_shown(draw: ImageDraw.ImageDraw, side: int) -> None:
    _ring(draw, side)
    _stroke(draw, side, ((0.32, 0.32), (0.68, 0.68)))
    _stroke(draw, side, ((0.32, 0.68), (0.68, 0.32)))


def _not_here(draw: ImageDraw.ImageDraw, side: int) -> None:
    _ring(draw, side)
    _stroke(draw, side, ((0.28, 0.5), (0.72, 0.5)))


def _stroke(
    draw: ImageDraw.ImageDraw, side: int, points: tuple[tuple[float, float], ...], ink: int = 255
) -> None:
    places = [(x * side, y * side) for x, y in points]
    width = side // 10
    draw.line(places, fill=ink, width=width, joint="curve")
    for x, y in (places[0], places[-1]):
        end = width / 2
        draw.ellipse((x - end, y - end, x + end, y + end), fill=ink)


_MASTERY: dict[Mastery | None, Drawing] = {
    Mastery.AUTONOMOUS: _shown,
    Mastery.WITH_SUPPORT: _half,
    Mastery.NOT_SHOWN: _not_shown,
    None: _not_here,
}
