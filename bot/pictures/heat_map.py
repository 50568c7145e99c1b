"""The class heat map: competences by students, in one perspective, sorted so that patterns show."""

from bot.messages import HeatMapPicture, HeatMapRow, _
from bot.pictures.canvas import Align, Canvas
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
from bot.showing.heat_map import acquired

CELL = 48
BETWEEN = 4
ROW = 84

_HIGH = 60
_TITLE = 500
_COUNT = 150
_NAME = 330


def draw_heat_map(picture: HeatMapPicture, pen: Pen) -> bytes:
    """Draw the map in the order it has; `arranged` makes the order that shows patterns."""
    cells = len(picture.students) * (CELL + BETWEEN)
    width = max(WIDTH, 2 * MARGIN + NUMBER + _TITLE + cells + _COUNT)
    left = width - MARGIN - _COUNT - cells
    gap = ring_entry(pen, _("collective gap"), _("first, with the whole group"))
    blocks = [
        heading(pen, picture.title, picture.under, width),
        _heads(pen, picture, left, width),
        *(_row(pen, row, left, width) for row in picture.rows),
        rule(pen, width),
        legend(pen, [*colour_entries(pen), gap], width),
    ]
    return stack(pen, width, blocks).png()


def _heads(pen: Pen, picture: HeatMapPicture, left: int, width: int) -> Block:
    """Name the students, upright."""
    names = [fit(name, BODY, _NAME) for name in picture.students]
    longest = max(map(BODY.width, names), default=0)
    count = fit(pen.say(_("acquired")), SMALL, _COUNT)

    def draw(canvas: Canvas, top: int) -> None:
        soft, bottom = pen.on_paper(pen.theme.soft), top + longest
        for place, name in enumerate(names):
            baseline = left + place * (CELL + BETWEEN) + (CELL + BODY.capital) // 2
            canvas.upright((baseline, bottom), name, BODY, pen.on_paper(pen.theme.ink))
        canvas.text((width - MARGIN, bottom), count, SMALL, soft, Align.RIGHT)

    return Block(longest + 14, draw)


def _row(pen: Pen, row: HeatMapRow, left: int, width: int) -> Block:
    lines = wrap(row.title, BODY, left - MARGIN - NUMBER - 20, 2)
    reached = f"{acquired(row)}/{len(row.colours)}"

    def draw(canvas: Canvas, top: int) -> None:
        write_label(pen, canvas, top + ROW // 2, row.number, lines)
        above = top + (ROW - _HIGH) // 2
        if row.gap:
            right = left + len(row.colours) * (CELL + BETWEEN) - BETWEEN
            pen.ring(canvas, (left, above, right, above + _HIGH))
        for place, colour in enumerate(row.colours):
            start = left + place * (CELL + BETWEEN)
            pen.lettered(canvas, (start, above, start + CELL, above + _HIGH), colour, 8)
        middle, ink = top + (ROW + SMALL.capital) // 2, pen.on_paper(pen.theme.ink)
        canvas.text((width - MARGIN, middle), reached, SMALL_STRONG, ink, Align.RIGHT)

    return Block(ROW, draw)
