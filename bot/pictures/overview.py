"""The coach's overview: a student's competences by period and by perspective."""

from collections.abc import Sequence

from bot.messages import AtPhoto, OverviewPicture, OverviewRow, _
from bot.pictures.ink.canvas import Canvas
from bot.pictures.ink.pen import BODY, STRONG, Pen
from bot.pictures.legend import colour_parts, legend, ring_entry
from bot.pictures.sheet import (
    MARGIN,
    Block,
    Span,
    heading,
    heads,
    label,
    spans,
    stack,
)

HIGH = 48
APART = 22
BETWEEN = 7
"""On either side of a period, so that its views are seen as one group."""


def draw_overview(picture: OverviewPicture, pen: Pen) -> bytes:
    """Draw the overview; where views differ, the one that does has a ring."""
    periods = spans(len(picture.periods), MARGIN)
    air = BETWEEN if len(periods) > 1 else 0
    groups = [spans(len(picture.columns), left + air, right - air) for left, right in periods]
    moments = [moment for row in picture.rows for moment in row.moments]
    entries = colour_parts(pen, (colour for moment in moments for colour in moment.colours))
    if any(moment.diverges for moment in moments):
        entries.append(ring_entry(pen, _("differs from the others")))
    above = [
        heading(pen, picture),
        _named(pen, picture, periods),
        heads(pen, picture.columns * len(groups), [column for g in groups for column in g]),
    ]

    def rows(lines: int) -> list[Block]:
        return [_row(pen, row, groups, lines) for row in picture.rows]

    return stack(pen, above, rows, legend(pen, entries, in_brief=picture.in_brief)).png()


def _named(pen: Pen, picture: OverviewPicture, periods: Sequence[Span]) -> Block:
    """Name the periods."""

    def draw(canvas: Canvas, top: int) -> None:
        ink = pen.on_paper(pen.theme.ink)
        for (left, right), period in zip(periods, picture.periods, strict=True):
            box = (left, top, right, top + STRONG.capital)
            pen.centred(canvas, box, pen.say(period), STRONG, ink)

    return Block(STRONG.capital + 16, draw)


def _row(pen: Pen, row: OverviewRow, groups: Sequence[Sequence[Span]], lines: int) -> Block:
    title = label(pen, row.number, row.title, lines)

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        for columns, moment in zip(groups, row.moments, strict=True):
            _draw_moment(pen, canvas, top + title.height, columns, moment)

    return Block(title.height + HIGH + APART, draw)


def _draw_moment(
    pen: Pen, canvas: Canvas, top: int, columns: Sequence[Span], moment: AtPhoto
) -> None:
    # A description of before says only that somebody differs.
    apart = moment.apart or (moment.diverges,) * len(moment.colours)
    for (left, right), colour, ringed in zip(columns, moment.colours, apart, strict=True):
        box = (left, top, right, top + HIGH)
        if colour is None:
            pen.centred(canvas, box, "·", BODY, pen.on_paper(pen.theme.soft))
            continue
        inner = pen.inner_ring(canvas, box) if ringed else box
        pen.lettered(canvas, inner, colour, 8)
