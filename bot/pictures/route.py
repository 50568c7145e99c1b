"""The route: per competence what the workplace and the campus contributed, overlap visible."""

from bot.messages import RoutePicture, RouteRow, Sayable, _
from bot.pictures.canvas import Box, Canvas
from bot.pictures.legend import LegendEntry, legend
from bot.pictures.letters import wrap
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
from bot.showing.palette import Paint
from bot.showing.route import route_word

LANE = 34
LANES = 430
"""How high a lane is, and how long the lanes are: the indicators of a competence."""

ROW = 126

_APART = 6


def draw_route(picture: RoutePicture, pen: Pen) -> bytes:
    """Draw two lanes a competence, the workplace above; both reach over what both contributed."""
    blocks = [
        heading(pen, picture.title, picture.under),
        *(_row(pen, row) for row in picture.rows),
        rule(pen),
        legend(pen, _entries(pen)),
    ]
    return stack(pen, WIDTH, blocks).png()


def _row(pen: Pen, row: RouteRow) -> Block:
    left = WIDTH - MARGIN - LANES
    lines = wrap(row.title, BODY, left - MARGIN - NUMBER - 24, 3)

    def draw(canvas: Canvas, top: int) -> None:
        write_label(pen, canvas, top + ROW // 2, row.number, lines)
        above = top + 12
        draw_lanes(pen, canvas, (left, above, WIDTH - MARGIN, above + 2 * LANE + _APART), row)
        place = (left, above + 2 * LANE + _APART + 10)
        pen.line(canvas, place, route_word(row), SMALL, pen.theme.soft, LANES)

    return Block(ROW, draw)


def draw_lanes(pen: Pen, canvas: Canvas, box: Box, row: RouteRow) -> None:
    """Draw the two lanes over the same indicators: first the workplace's, then those of both."""
    left, top, right, bottom = box
    theme, wide, high = pen.theme, right - left, (bottom - top - _APART) // 2
    begins = row.workplace - row.both
    spans = ((0, row.workplace, theme.workplace), (begins, begins + row.campus, theme.campus))
    for (first, last, paint), above in zip(spans, (top, bottom - high), strict=True):
        _draw_empty(pen, canvas, (left, above, right, above + high))
        if last > first:
            start, end = (left + round(wide * at / row.indicators) for at in (first, last))
            lane = (start, above, end, above + high)
            canvas.field(lane, pen.on_paper(paint.ground), 8)
            if high == LANE:
                pen.centred(canvas, lane, str(last - first), SMALL_STRONG, paint)
    if row.both:
        start, end = (left + round(wide * at / row.indicators) for at in (begins, row.workplace))
        middle = top + high
        canvas.box((start, middle, end, middle + _APART), theme.ink)


def _draw_empty(pen: Pen, canvas: Canvas, box: Box) -> None:
    inner = (box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2)
    canvas.field(box, pen.on_paper(pen.theme.line), 8)
    canvas.field(inner, Paint(pen.theme.paper, pen.theme.line), 6)


def _entries(pen: Pen) -> list[LegendEntry]:
    return [
        _entry(pen, (4, 4, 0), _("workplace"), _("above: what it contributed")),
        _entry(pen, (4, 0, 4), _("campus"), _("below: what it contributed")),
        _entry(pen, (3, 2, 2, 1), _("overlap"), _("contributed by both")),
        _entry(pen, (4, 0, 0), _("empty"), _("by neither yet")),
    ]


def _entry(pen: Pen, counts: tuple[int, ...], name: Sayable, meaning: Sayable) -> LegendEntry:
    row = RouteRow(0, "", *counts)

    def sample(canvas: Canvas, box: Box) -> None:
        draw_lanes(pen, canvas, box, row)

    return LegendEntry(sample, name, meaning)
