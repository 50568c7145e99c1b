"""Whether campus and work are tuned: per competence a bar of students, in ink on paper."""

from collections.abc import Callable, Iterator

from bot.domain.planning.tuning import Tuning
from bot.messages import TuningPicture, TuningRow
from bot.pictures.ink.canvas import Box, Canvas
from bot.pictures.ink.masks import draw_hatching
from bot.pictures.ink.pen import STRONG, Pen
from bot.pictures.legend import LegendEntry, legend
from bot.pictures.sheet import INNER, MARGIN, NUMBER, Block, Span, heading, label, say_order, stack
from bot.showing.palette import Paint
from bot.showing.tuning import TUNING_ORDER, TUNING_WORD

HIGH = 46
APART = 18
AIR = 6
LEAST = 52
"""How wide a part of a bar is at least."""

Field = Callable[[Pen, Canvas, Box], Paint]
"""Draws the part of a bar in a box, and says with what to write its number on it."""


def draw_tuning(picture: TuningPicture, pen: Pen) -> bytes:
    """Draw a bar for each competence, parted by how it stands with so many students."""
    held = {
        tuning
        for row in picture.rows
        for tuning, count in zip(picture.tunings, row.counts, strict=True)
        if count
    }
    entries = [_entry(pen, tuning) for tuning in reversed(picture.tunings) if tuning in held]
    legends = legend(pen, entries, in_brief=picture.in_brief)

    def rows(lines: int) -> list[Block]:
        return [_row(pen, picture, row, lines) for row in picture.rows]

    return stack(pen, [heading(pen, picture), say_order(pen, TUNING_ORDER)], rows, legends).png()


def _row(pen: Pen, picture: TuningPicture, row: TuningRow, lines: int) -> Block:
    title = label(pen, row.number, row.title, lines)

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        above = top + title.height
        for tuning, count, (left, right) in _parts(picture, row):
            _draw_part(pen, canvas, (left, above, right, above + HIGH), tuning, count)

    return Block(title.height + HIGH + APART, draw)


def _parts(picture: TuningPicture, row: TuningRow) -> Iterator[tuple[Tuning, int, Span]]:
    """Part a bar by the students of each way; one student has room for a number and its field."""
    pairs = zip(reversed(picture.tunings), reversed(row.counts), strict=True)
    parts = [(tuning, count) for tuning, count in pairs if count]
    room = INNER - NUMBER - LEAST * len(parts) - AIR * (len(parts) - 1)
    total, begin, left = sum(row.counts), 0, MARGIN + NUMBER
    for tuning, count in parts:
        wide = LEAST + room * (begin + count) // total - room * begin // total
        yield tuning, count, (left, left + wide)
        begin, left = begin + count, left + wide + AIR


def _draw_part(pen: Pen, canvas: Canvas, box: Box, tuning: Tuning, count: int) -> None:
    paint, said = FIELDS[tuning](pen, canvas, box), str(count)
    if tuning is Tuning.OVERLAP:
        # A number is read on paper: the hatching leaves room for it.
        half, middle = STRONG.width(said) // 2 + 5, (box[0] + box[2]) // 2
        room = (max(middle - half, box[0]), box[1], min(middle + half, box[2]), box[3])
        canvas.box(room, pen.theme.paper)
    pen.centred(canvas, box, said, STRONG, paint)


def _full(pen: Pen, canvas: Canvas, box: Box) -> Paint:
    canvas.field(box, pen.on_paper(pen.theme.ink), 6)
    return pen.theme.reversed


def _pale(pen: Pen, canvas: Canvas, box: Box) -> Paint:
    canvas.field(box, pen.on_paper(pen.theme.line), 6)
    return Paint(pen.theme.ink, pen.theme.line)


def _framed(pen: Pen, canvas: Canvas, box: Box) -> Paint:
    pen.frame(canvas, box)
    return pen.on_paper(pen.theme.ink)


def _hatched(pen: Pen, canvas: Canvas, box: Box) -> Paint:
    left, top, right, bottom = box
    ink = pen.on_paper(pen.theme.ink)
    canvas.stamp((left, top), draw_hatching(right - left, bottom - top), ink)
    return ink


FIELDS: dict[Tuning, Field] = {
    Tuning.TUNED: _pale,
    Tuning.AWAITED: _framed,
    Tuning.OVERLAP: _hatched,
    Tuning.GAP: _full,
}


def _entry(pen: Pen, tuning: Tuning) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        FIELDS[tuning](pen, canvas, box)

    return LegendEntry(sample, TUNING_WORD[tuning])
