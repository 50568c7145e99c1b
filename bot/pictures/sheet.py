"""A sheet: blocks below each other, with the heading that every picture has.

A phone shows a picture 342 points wide, whatever its own width, and chats scale tall ones down.
So every sheet is WIDTH wide, no text on it is smaller than 35, and it is no higher than HIGHEST.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.messages import Picture, Sayable, words
from bot.pictures.ink.canvas import Canvas
from bot.pictures.ink.letters import Face, fit, narrowed, settle, tidy, wrap
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

TITLE_LINES = 2
"""How many lines a title has at most, where there is room for them."""

PARTS = 5
"""How much higher than its legend a sheet is."""

AIR = 60
"""How much air a row gets below it at most, so that the legend is no larger part."""

LITTLE = 82
"""How wide the letters of a finding, or above a column, are at least, in percent."""

_UPRIGHT = 310
BESIDE_UPRIGHT = 32
"""From one upright line to the next."""

_LEADING = 54

Span = tuple[int, int]
"""Where a column begins, and where it ends."""


class Block(NamedTuple):
    """A part of a picture: how high it is, and how it is drawn from a given height on."""

    height: int
    draw: Callable[[Canvas, int], None]


NOTHING = Block(0, lambda _canvas, _top: None)


def stack(
    pen: Pen,
    above: Sequence[Block],
    rows_of: Callable[[int], Sequence[Block]] = lambda _lines: (),
    legends: Sequence[Block] = (NOTHING,),
    below: Sequence[Block] = (),
    most: int = TITLE_LINES,
) -> Canvas:
    """Draw blocks below each other; a row's text gets as many lines as a sheet has room for.

    Of a few rows air makes a sheet that is five times as high as its legend; where even so much air
    does not, the legend's next form stands there.
    """
    for lines in range(most, 0, -1):
        rows = rows_of(lines)
        height = 2 * MARGIN + sum(block.height for block in (*above, *rows, *below))
        if height + legends[0].height <= HIGHEST:
            break
    for legend in legends:
        lacking = PARTS * (legend.height + MARGIN) - legend.height - height
        wanted = -(-lacking // max(len(rows), 1))
        if wanted <= AIR:
            break
    air = min(max(wanted, 0), AIR)
    aired = [Block(row.height + air, row.draw) for row in rows]
    canvas = Canvas(WIDTH, height + len(rows) * air + legend.height, pen.theme.paper)
    top = MARGIN
    for block in (*above, *aired, *below, legend):
        block.draw(canvas, top)
        top += block.height
    return canvas


def heading(pen: Pen, picture: Picture, width: int = INNER, lines: int = 2) -> Block:
    """Say what the picture found, below it about whom, and of which day."""
    found, title = _found(pen.say(finding_of(picture)), width)
    who, face = settle(pen.say(picture.title), STRONG, width, lines)
    when = wrap(pen.say(words(picture.part, picture.day, picture.under, by=" · ")), BODY, width, 2)
    ink, soft = pen.on_paper(pen.theme.ink), pen.on_paper(pen.theme.soft)

    def draw(canvas: Canvas, top: int) -> None:
        pen.lines(canvas, (MARGIN, top), found, title, ink, _LEADING)
        top += len(found) * _LEADING
        pen.lines(canvas, (MARGIN, top), who, face, ink)
        pen.lines(canvas, (MARGIN, top + len(who) * LEADING), when, BODY, soft)

    return Block(len(found) * _LEADING + (len(who) + len(when)) * LEADING + 12, draw)


def say_order(pen: Pen, order: Sayable) -> Block:
    """Say in which order rows and columns stand."""

    def draw(canvas: Canvas, top: int) -> None:
        pen.line(canvas, (MARGIN, top), order, STRONG, pen.theme.ink, INNER)

    return Block(STRONG.capital + 20, draw)


def _found(said: str, width: int) -> tuple[list[str], Face]:
    """Write a finding as a title in a line, a little narrower if need be, else in two."""
    said = said[:1].upper() + said[1:]
    narrow = (face for face in narrowed(TITLE, LITTLE) if face.width(tidy(said)) <= width)
    face = next(narrow, TITLE)
    return wrap(said, face, width, 2), face


def spans(count: int, left: int = MARGIN + NUMBER, right: int = WIDTH - MARGIN) -> list[Span]:
    """Part the room between two places in so many columns, with a little air between."""
    air = min(12, (right - left) // (8 * count))
    edges = [left + (right - left + air) * place // count for place in range(count + 1)]
    return [(begin, end - air) for begin, end in pairwise(edges)]


def heads(
    pen: Pen,
    names: Sequence[Sayable],
    columns: Sequence[Span],
    beneath: Sequence[Sayable] = (),
) -> Block:
    """Name the columns: in a line or two where they are wide enough for that, else upright.

    What stands `beneath` each name is softer, and upright it is its second line.
    """
    said, under = ([fit(pen.say(name), STRONG, INNER) for name in row] for row in (names, beneath))
    pairs = list(zip(said, columns, strict=True))
    second = list(zip(under, columns, strict=True)) if under else []
    for face in narrowed(STRONG, LITTLE):
        if all(_has_room(name, face, right - left) for name, (left, right) in pairs + second):
            first = _level(pen, pairs, face)
            return _below(first, _level(pen, second, BODY)) if second else first
    return _upright(pen, pairs, second)


def _below(first: Block, second: Block) -> Block:
    """Put a block below another, as one."""

    def draw(canvas: Canvas, top: int) -> None:
        first.draw(canvas, top)
        second.draw(canvas, top + first.height)

    return Block(first.height + second.height, draw)


def _has_room(name: str, face: Face, width: int) -> bool:
    """Say whether a name stands in two lines without a word being parted."""
    parts = (face.width(part.rstrip()) for part in re.split(r"(?<=[-/ ])", name))
    return max(parts) <= width and len(wrap(name, face, width, 3)) <= 2


def _level(pen: Pen, pairs: Sequence[tuple[str, Span]], face: Face) -> Block:
    broken = [(wrap(name, face, right - left, 2), left, right) for name, (left, right) in pairs]
    most, soft = max(len(lines) for lines, *_column in broken), pen.on_paper(pen.theme.soft)

    def draw(canvas: Canvas, top: int) -> None:
        for lines, left, right in broken:
            for at, line in enumerate(lines, start=most - len(lines)):
                above = top + at * LEADING
                box = (left, above, right, above + STRONG.capital)
                pen.centred(canvas, box, line, face, soft)

    return Block((most - 1) * LEADING + STRONG.capital + 14, draw)


def _upright(
    pen: Pen, pairs: Sequence[tuple[str, Span]], second: Sequence[tuple[str, Span]] = ()
) -> Block:
    """Write names upwards; of two lines the first is to the left, and in ink."""
    lines = [pairs, second] if second else [pairs]
    aside = [-BESIDE_UPRIGHT // 2, BESIDE_UPRIGHT // 2] if second else [0]
    inks = [pen.theme.ink, pen.theme.soft] if second else [pen.theme.soft]
    cut = [
        (fit(name, BODY, _UPRIGHT), (left + right + BODY.capital) // 2 + away, pen.on_paper(ink))
        for line, away, ink in zip(lines, aside, inks, strict=True)
        for name, (left, right) in line
    ]
    longest = max(BODY.width(name) for name, _baseline, _ink in cut)

    def draw(canvas: Canvas, top: int) -> None:
        for name, baseline, ink in cut:
            canvas.upright((baseline, top + longest), name, BODY, ink)

    return Block(longest + 12, draw)


def label(
    pen: Pen, number: int, title: str, lines: int, *, marked: bool = False, framed: bool = False
) -> Block:
    """Write the number and the title of a row over the sheet; a marked number stands reversed."""
    settled = settle(title, BODY, ROOM, lines)
    return written(pen, number, *settled, marked=marked, framed=framed)


def written(
    pen: Pen,
    number: int,
    titles: Sequence[str],
    face: Face,
    *,
    marked: bool = False,
    framed: bool = False,
) -> Block:
    """Write a number, and lines beside it."""

    def draw(canvas: Canvas, top: int) -> None:
        pen.lines(canvas, (MARGIN + NUMBER, top), titles, face, pen.on_paper(pen.theme.ink))
        draw_number(pen, canvas, top, number, marked=marked, framed=framed)

    return Block(len(titles) * LEADING, draw)


def draw_number(
    pen: Pen, canvas: Canvas, top: int, number: int, *, marked: bool, framed: bool = False
) -> None:
    """Write the number of a row, the top of its capitals at a height."""
    paint = pen.on_paper(pen.theme.soft)
    wide = STRONG.width(str(number))
    box = (MARGIN - 8, top - 6, MARGIN + wide + 8, top + STRONG.capital + 6)
    if framed:
        pen.frame(canvas, (box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3))
    if marked:
        paint = pen.theme.reversed
        canvas.field(box, pen.on_paper(pen.theme.ink), 8)
    pen.lines(canvas, (MARGIN, top), [str(number)], STRONG, paint)
