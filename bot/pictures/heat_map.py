"""The class heat map: competences by students, in one perspective, sorted so that patterns show."""

from collections.abc import Sequence

from bot.messages import HeatMapPicture, HeatMapRow, Sayable, _
from bot.pictures.ink.canvas import Align, Canvas
from bot.pictures.ink.pen import STRONG, Pen
from bot.pictures.legend import STRIPE, Part, colour_parts, legend, marked_entry, stripe_parts
from bot.pictures.sheet import (
    MARGIN,
    WIDTH,
    Block,
    Span,
    heading,
    heads,
    label,
    say_order,
    spans,
    stack,
)
from bot.showing.heat_map import ORDER, acquired

HIGH = 48
APART = 20

SMALL = 6
"""Students of a class whose names stand above wide columns, and so does what is counted."""

_COUNT = 118


def draw_heat_map(picture: HeatMapPicture, pen: Pen) -> bytes:
    """Draw the map in the order it has; `arranged` makes the order that shows patterns."""
    end, counted = WIDTH - MARGIN, _("acquired")
    count = STRONG.width(pen.say(counted)) + 12 if len(picture.students) <= SMALL else _COUNT
    columns = spans(max(len(picture.students), 1), MARGIN, end - count)[: len(picture.students)]
    named: list[Sayable] = [*picture.students, counted]
    above = [
        heading(pen, picture),
        say_order(pen, ORDER),
        heads(pen, named, [*columns, (end - count, end)]),
    ]
    legends = legend(pen, _entries(pen, picture), in_brief=picture.in_brief)

    def rows(lines: int) -> list[Block]:
        return [_row(pen, row, columns, lines) for row in picture.rows]

    return stack(pen, above, rows, legends).png()


def _row(pen: Pen, row: HeatMapRow, columns: Sequence[Span], lines: int) -> Block:
    title = label(pen, row.number, row.title, lines, marked=row.gap)
    reached = f"{acquired(row)}/{len(row.colours)}"

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        above = top + title.height
        for (left, right), colour in zip(columns, row.colours, strict=True):
            pen.lettered(canvas, (left, above, right, above + HIGH), colour, 6)
        below = above + HIGH + 4
        for (left, right), before in zip(columns, row.before, strict=False):
            if before:
                pen.stripe(canvas, (left, below, right, below + STRIPE), before)
        place = (WIDTH - MARGIN, above + (HIGH + STRONG.capital) // 2)
        canvas.text(place, reached, STRONG, pen.on_paper(pen.theme.ink), Align.RIGHT)

    stripe = STRIPE if any(row.before) else 0
    return Block(title.height + HIGH + stripe + APART, draw)


def _entries(pen: Pen, picture: HeatMapPicture) -> list[Part]:
    entries = colour_parts(pen, (colour for row in picture.rows for colour in row.colours))
    if any(row.gap for row in picture.rows):
        entries.append(marked_entry(pen, _("collective gap")))
    return [*entries, *stripe_parts(pen, (own for row in picture.rows for own in row.before))]
