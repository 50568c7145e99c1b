"""A sheet: blocks below each other, with the heading that every picture has.

A phone shows a picture 342 points wide, whatever its own width, and chats scale tall ones down.
So every sheet is WIDTH wide, no text on it is smaller than 35, and it is no higher than HIGHEST.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.messages import Picture, Sayable, words
from bot.pictures.ink.canvas import Canvas
from bot.pictures.ink.letters import fit, wrap
from bot.pictures.ink.pen import BODY, LEADING, STRONG, TITLE, Pen
from bot.showing.finding import finding_of

WIDTH = 1080
HIGHEST = WIDTH * 19 // 10
"""How high a sheet is at most: 1.9 times as high as wide."""

MARGIN = 28
INNER = WIDTH - 2 * MARGIN
NUMBER = 60
"""The width of the column of numbers."""

ROOM = INNER - NUMBER
"""The width of a title beside its number."""

TITLE_LINES = 4
"""How many lines a row's title has at most, where there is room for them."""

_UPRIGHT = 310
_LEADING = 54

Span = tuple[int, int]
"""Where a column begins, and where it ends."""


class Block(NamedTuple):
    """A part of a picture: how high it is, and how it is drawn from a given height on."""

    height: int
    draw: Callable[[Canvas, int], None]


def stack(pen: Pen, blocks_of: Callable[[int], Sequence[Block]]) -> Canvas:
    """Draw blocks below each other; titles get as many lines as a sheet has room for."""
    for lines in range(TITLE_LINES, 0, -1):
        blocks = blocks_of(lines)
        height = 2 * MARGIN + sum(block.height for block in blocks)
        if height <= HIGHEST:
            break
    canvas = Canvas(WIDTH, height, pen.theme.paper)
    top = MARGIN
    for block in blocks:
        block.draw(canvas, top)
        top += block.height
    return canvas


def heading(pen: Pen, picture: Picture, width: int = INNER, lines: int = 2) -> Block:
    """Say what the picture found, below it about whom, and of which day."""
    found = wrap(pen.say(finding_of(picture)), TITLE, width, 2)
    who = wrap(pen.say(picture.title), STRONG, width, lines)
    when = wrap(pen.say(words(picture.part, picture.day, picture.under, by=" · ")), BODY, width, 2)
    ink, soft = pen.on_paper(pen.theme.ink), pen.on_paper(pen.theme.soft)

    def draw(canvas: Canvas, top: int) -> None:
        pen.lines(canvas, (MARGIN, top), found, TITLE, ink, _LEADING)
        top += len(found) * _LEADING
        pen.lines(canvas, (MARGIN, top), who, STRONG, ink)
        pen.lines(canvas, (MARGIN, top + len(who) * LEADING), when, BODY, soft)

    return Block(len(found) * _LEADING + (len(who) + len(when)) * LEADING + 12, draw)


def spans(count: int, left: int = MARGIN + NUMBER, right: int = WIDTH - MARGIN) -> list[Span]:
    """Part the room between two places in so many columns, with a little air between."""
    air = min(12, (right - left) // (8 * count))
    edges = [left + (right - left + air) * place // count for place in range(count + 1)]
    return [(begin, end - air) for begin, end in pairwise(edges)]


def heads(pen: Pen, names: Sequence[Sayable], columns: Sequence[Span]) -> Block:
    """Name the columns: upright where they are narrower than their names."""
    said = [fit(pen.say(name), STRONG, INNER) for name in names]
    pairs = list(zip(said, columns, strict=True))
    soft = pen.on_paper(pen.theme.soft)
    if all(STRONG.width(name) <= right - left for name, (left, right) in pairs):

        def draw(canvas: Canvas, top: int) -> None:
            for name, (left, right) in pairs:
                box = (left, top, right, top + STRONG.capital)
                pen.centred(canvas, box, name, STRONG, soft)

        return Block(STRONG.capital + 14, draw)
    cut = [(fit(name, BODY, _UPRIGHT), column) for name, column in pairs]
    longest = max(BODY.width(name) for name, _column in cut)

    def draw_upright(canvas: Canvas, top: int) -> None:
        for name, (left, right) in cut:
            baseline = (left + right + BODY.capital) // 2
            canvas.upright((baseline, top + longest), name, BODY, soft)

    return Block(longest + 12, draw_upright)


def label(pen: Pen, number: int, title: str, lines: int, *, marked: bool = False) -> Block:
    """Write the number and the title of a row over the sheet; a marked number stands reversed."""
    return written(pen, number, wrap(title, BODY, ROOM, lines), marked=marked)


def written(pen: Pen, number: int, titles: Sequence[str], *, marked: bool = False) -> Block:
    """Write a number, and lines beside it."""

    def draw(canvas: Canvas, top: int) -> None:
        pen.lines(canvas, (MARGIN + NUMBER, top), titles, BODY, pen.on_paper(pen.theme.ink))
        draw_number(pen, canvas, top, number, marked=marked)

    return Block(len(titles) * LEADING, draw)


def draw_number(pen: Pen, canvas: Canvas, top: int, number: int, *, marked: bool) -> None:
    """Write the number of a row, the top of its capitals at a height."""
    paint = pen.on_paper(pen.theme.soft)
    if marked:
        paint = pen.theme.reversed
        wide = STRONG.width(str(number))
        box = (MARGIN - 8, top - 6, MARGIN + wide + 8, top + STRONG.capital + 6)
        canvas.field(box, pen.on_paper(pen.theme.ink), 8)
    pen.lines(canvas, (MARGIN, top), [str(number)], STRONG, paint)
