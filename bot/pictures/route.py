"""The route: per competence what the workplace and the campus contributed, overlap visible."""

from bot.messages import RoutePicture, RouteRow, Sayable, _
from bot.pictures.ink.canvas import Box, Canvas
from bot.pictures.ink.masks import draw_pointer
from bot.pictures.ink.pen import STRONG, Pen
from bot.pictures.legend import LegendEntry, legend
from bot.pictures.sheet import (
    MARGIN,
    NUMBER,
    WIDTH,
    Block,
    heading,
    label,
    stack,
)
from bot.showing.palette import Paint

LANE = 36
BETWEEN = 6
"""How high a lane is, and what lies between two: where both contributed it is filled."""

APART = 20

POINTER = 26
"""The size of the sign before a lane in which it is planned."""

_TOTAL = 70
_LONGEST = WIDTH - MARGIN - _TOTAL - (MARGIN + NUMBER)


def draw_route(picture: RoutePicture, pen: Pen) -> bytes:
    """Draw two lanes a competence, as long as it has indicators; a pointer to what is planned."""
    most = max((row.indicators for row in picture.rows), default=1)
    planned = any(row.at_work or row.on_campus for row in picture.rows)
    legends = legend(pen, _entries(pen, planned=planned), in_brief=picture.in_brief)

    def rows(lines: int) -> list[Block]:
        return [_row(pen, row, most, lines) for row in picture.rows]

    return stack(pen, [heading(pen, picture)], rows, legends).png()


def _row(pen: Pen, row: RouteRow, most: int, lines: int) -> Block:
    title = label(pen, row.number, row.title, lines)
    left, high = MARGIN + NUMBER, 2 * LANE + BETWEEN
    right = left + _LONGEST * row.indicators // most

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        above = top + title.height
        draw_lanes(pen, canvas, (left, above, right, above + high), row)
        for planned, lane in ((row.at_work, above), (row.on_campus, above + LANE + BETWEEN)):
            if planned:
                _draw_planned(pen, canvas, (MARGIN, lane, left, lane + LANE))
        place = (right + 12, above + (high - STRONG.capital) // 2)
        pen.line(canvas, place, row.indicators, STRONG, pen.theme.ink, _TOTAL)

    return Block(title.height + high + APART, draw)


def draw_lanes(pen: Pen, canvas: Canvas, box: Box, row: RouteRow) -> None:
    """Draw the two lanes over the same indicators: what both contributed comes first."""
    left, top, right, bottom = box
    theme, high = pen.theme, (bottom - top - BETWEEN) // 2
    lanes = ((row.workplace, theme.workplace), (row.campus, theme.campus))
    for (count, paint), above in zip(lanes, (top, bottom - high), strict=True):
        _draw_empty(pen, canvas, (left, above, right, above + high))
        if count:
            end = left + (right - left) * count // row.indicators
            lane = (left, above, end, above + high)
            canvas.field(lane, pen.on_paper(paint.ground), 6)
            if high == LANE:
                pen.centred(canvas, lane, str(count), STRONG, paint)
    if row.both:
        end = left + (right - left) * row.both // row.indicators
        canvas.box((left, top + high, end, top + high + BETWEEN), theme.ink)


def _draw_planned(pen: Pen, canvas: Canvas, box: Box) -> None:
    """Point to a lane from the room before it."""
    across, down = (box[0] + box[2] - POINTER) // 2, (box[1] + box[3] - POINTER) // 2
    canvas.stamp((across, down), draw_pointer(POINTER), pen.on_paper(pen.theme.ink))


def _draw_empty(pen: Pen, canvas: Canvas, box: Box) -> None:
    inner = (box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2)
    canvas.field(box, pen.on_paper(pen.theme.line), 6)
    canvas.field(inner, Paint(pen.theme.paper, pen.theme.line), 4)


def _entries(pen: Pen, *, planned: bool) -> list[LegendEntry]:
    def pointer(canvas: Canvas, box: Box) -> None:
        _draw_planned(pen, canvas, box)

    return [
        _entry(pen, (4, 4, 0), _("above: workplace")),
        _entry(pen, (4, 0, 4), _("below: campus")),
        _entry(pen, (4, 2, 3, 2), _("overlap")),
        _entry(pen, (4, 0, 0), _("neither yet")),
        *([LegendEntry(pointer, _("planned there"), POINTER)] if planned else []),
    ]


def _entry(pen: Pen, counts: tuple[int, ...], meaning: Sayable) -> LegendEntry:
    row = RouteRow(0, "", *counts)

    def sample(canvas: Canvas, box: Box) -> None:
        draw_lanes(pen, canvas, box, row)

    return LegendEntry(sample, meaning)
