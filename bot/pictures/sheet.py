"""A sheet: blocks below each other, with the heading that every picture has."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.messages import Sayable
from bot.pictures.canvas import Canvas
from bot.pictures.letters import wrap
from bot.pictures.pen import BODY, LEADING, SMALL, SMALL_STRONG, STRONG, TITLE, Pen

WIDTH = 1080
"""How wide a picture is at least, in pixels: a phone's own width."""

MARGIN = 36
NUMBER = 54
"""The width of the column of numbers."""

COLUMN = 136
APART = 8
"""How wide the column of a perspective is, and how far from the next."""

_TITLE_LEADING = 56


class Block(NamedTuple):
    """A part of a picture: how high it is, and how it is drawn from a given height on."""

    height: int
    draw: Callable[[Canvas, int], None]


def stack(pen: Pen, width: int, blocks: Sequence[Block]) -> Canvas:
    """Draw blocks below each other."""
    height = 2 * MARGIN + sum(block.height for block in blocks)
    canvas = Canvas(width, height, pen.theme.paper)
    top = MARGIN
    for block in blocks:
        block.draw(canvas, top)
        top += block.height
    return canvas


def heading(pen: Pen, title: Sayable, under: Sayable, width: int = WIDTH, lines: int = 2) -> Block:
    """Make the title, of so many lines at most, and what stands under it."""
    titles = wrap(pen.say(title), TITLE, width - 2 * MARGIN, lines)
    unders = wrap(pen.say(under), BODY, width - 2 * MARGIN, 2)

    def draw(canvas: Canvas, top: int) -> None:
        ink = pen.on_paper(pen.theme.ink)
        pen.lines(canvas, (MARGIN, top), titles, TITLE, ink, _TITLE_LEADING)
        below = top + len(titles) * _TITLE_LEADING
        pen.lines(canvas, (MARGIN, below), unders, BODY, pen.on_paper(pen.theme.soft))

    return Block(len(titles) * _TITLE_LEADING + len(unders) * LEADING + 20, draw)


def lefts(columns: int) -> list[int]:
    """Tell where columns begin that end at the right margin."""
    return [WIDTH - MARGIN + APART - (COLUMN + APART) * left for left in range(columns, 0, -1)]


def heads(pen: Pen, names: Sequence[Sayable], aside: Sayable = "") -> Block:
    """Name the columns; something may be said aside, above the titles."""

    def draw(canvas: Canvas, top: int) -> None:
        soft, starts = pen.theme.soft, lefts(len(names))
        pen.line(canvas, (MARGIN, top), aside, SMALL, soft, starts[0] - MARGIN - APART)
        for left, name in zip(starts, names, strict=True):
            box = (left, top, left + COLUMN, top + SMALL.capital)
            pen.centred(canvas, box, pen.say(name), SMALL_STRONG, pen.on_paper(soft))

    return Block(36, draw)


def write_label(pen: Pen, canvas: Canvas, middle: int, number: int, lines: list[str]) -> None:
    """Write the number and the title at the beginning of a row, around its middle."""
    soft, ink = pen.on_paper(pen.theme.soft), pen.on_paper(pen.theme.ink)
    top = first_line(middle, lines)
    pen.lines(canvas, (MARGIN, top), [str(number)], STRONG, soft)
    pen.lines(canvas, (MARGIN + NUMBER, top), lines, BODY, ink)


def first_line(middle: int, lines: Sequence[str]) -> int:
    """Tell where lines of the body begin that stand around a middle."""
    return middle - ((len(lines) - 1) * LEADING + BODY.capital) // 2


def rule(pen: Pen, width: int = WIDTH) -> Block:
    """Make a thin line with air around it."""

    def draw(canvas: Canvas, top: int) -> None:
        canvas.box((MARGIN, top + 12, width - MARGIN, top + 14), pen.theme.line)

    return Block(34, draw)
