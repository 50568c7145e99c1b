"""The coach's overview: a student's competences by period and by perspective."""

from bot.messages import OverviewPicture, OverviewRow, _
from bot.pictures.canvas import Box, Canvas
from bot.pictures.legend import colour_entries, legend, ring_entry
from bot.pictures.letters import fit, wrap
from bot.pictures.pen import BODY, SMALL, SMALL_STRONG, Pen
from bot.pictures.sheet import (
    MARGIN,
    NUMBER,
    WIDTH,
    Block,
    heading,
    rule,
    stack,
    write_label,
)

CELL = 50
BETWEEN = 4
APART = 26
ROW = 88

_HIGH = 60
_NAME = 190
_TITLE = 380
"""The least width of a title: the picture grows with its periods."""


def draw_overview(picture: OverviewPicture, pen: Pen) -> bytes:
    """Draw the overview; where perspectives diverge, a ring is drawn around them."""
    group = _group(len(picture.columns))
    needed = len(picture.periods) * (group + APART)
    width = max(WIDTH, 2 * MARGIN + NUMBER + _TITLE + needed)
    lefts = [
        width - MARGIN - group - place * (group + APART)
        for place in reversed(range(len(picture.periods)))
    ]
    ring = ring_entry(pen, _("ring"), _("the views differ"))
    blocks = [
        heading(pen, picture.title, picture.under, width),
        _heads(pen, picture, lefts),
        *(_row(pen, row, lefts) for row in picture.rows),
        rule(pen, width),
        legend(pen, [*colour_entries(pen), ring], width),
    ]
    return stack(pen, width, blocks).png()


def _group(columns: int) -> int:
    """Tell how wide one period is."""
    return columns * (CELL + BETWEEN) - BETWEEN


def _heads(pen: Pen, picture: OverviewPicture, lefts: list[int]) -> Block:
    """Name the periods, and below them upright the perspectives."""
    names = [fit(pen.say(who), SMALL, _NAME) for who in picture.columns]
    longest = max(SMALL.width(name) for name in names)
    group = _group(len(names))

    def draw(canvas: Canvas, top: int) -> None:
        ink, soft = pen.on_paper(pen.theme.ink), pen.on_paper(pen.theme.soft)
        for left, period in zip(lefts, picture.periods, strict=True):
            box = (left - APART // 2 + 2, top, left + group + APART // 2 - 2, top + SMALL.capital)
            pen.centred(canvas, box, pen.say(period), SMALL_STRONG, ink)
            for place, name in enumerate(names):
                middle = left + place * (CELL + BETWEEN) + (CELL + SMALL.capital) // 2
                canvas.upright((middle, top + 44 + longest), name, SMALL, soft)

    return Block(44 + longest + 14, draw)


def _row(pen: Pen, row: OverviewRow, lefts: list[int]) -> Block:
    lines = wrap(row.title, BODY, lefts[0] - MARGIN - NUMBER - 20, 2)

    def draw(canvas: Canvas, top: int) -> None:
        write_label(pen, canvas, top + ROW // 2, row.number, lines)
        above = top + (ROW - _HIGH) // 2
        for left, moment in zip(lefts, row.moments, strict=True):
            boxes = _boxes(left, above, len(moment.colours))
            if moment.diverges:
                pen.ring(canvas, (left, above, boxes[-1][2], above + _HIGH))
            for box, colour in zip(boxes, moment.colours, strict=True):
                if colour is not None:
                    pen.lettered(canvas, box, colour, 8)
                else:
                    pen.centred(canvas, box, "·", BODY, pen.on_paper(pen.theme.soft))

    return Block(ROW, draw)


def _boxes(left: int, top: int, count: int) -> list[Box]:
    starts = [left + place * (CELL + BETWEEN) for place in range(count)]
    return [(start, top, start + CELL, top + _HIGH) for start in starts]
