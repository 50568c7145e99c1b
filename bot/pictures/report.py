"""The colour report of one student: a row per competence, a cell per perspective."""

from bot.domain.scoring.colours import Colour
from bot.messages import Cell, PictureRow, ReportPicture, _
from bot.pictures.ink.canvas import Align, Box, Canvas
from bot.pictures.ink.letters import wrap
from bot.pictures.ink.pen import BODY, LEADING, LETTER, STRONG, Pen
from bot.pictures.legend import (
    LegendEntry,
    colour_entries,
    legend,
    marked_entry,
    sign_entry,
)
from bot.pictures.sheet import (
    MARGIN,
    NUMBER,
    ROOM,
    WIDTH,
    Block,
    draw_number,
    heading,
    heads,
    label,
    spans,
    stack,
)
from bot.showing.mark_words import NOT_HERE

FIELD = 44
BAR = 10
APART = 11
"""How high a field and a bar are, and the air below them."""

BESIDE = 14
"""How far from a field's sides the letter and the signs of growth stand."""

CELL = FIELD + 3 + BAR


def draw_report(picture: ReportPicture, pen: Pen) -> bytes:
    """Draw the report: of one perspective the title's own field, of several a cell for each."""
    columns = spans(len(picture.columns))
    row_of = _titled if len(picture.columns) == 1 else _celled

    def blocks(lines: int) -> list[Block]:
        return [
            heading(pen, picture),
            heads(pen, picture.columns, columns),
            *(row_of(pen, row, lines) for row in picture.rows),
            legend(pen, _entries(pen, picture)),
        ]

    return stack(pen, blocks).png()


def _celled(pen: Pen, row: PictureRow, lines: int) -> Block:
    """Let the title go over the sheet, with a cell for each perspective below it."""
    title = label(pen, row.number, row.title, lines, marked=row.differ)
    columns = spans(len(row.cells))

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        above = top + title.height
        for (left, right), cell in zip(columns, row.cells, strict=True):
            _draw_field(pen, canvas, (left, above, right, above + FIELD), cell)
            pen.progress(canvas, (left, above + CELL - BAR, right, above + CELL), cell)

    return Block(title.height + CELL + APART, draw)


def _draw_field(pen: Pen, canvas: Canvas, box: Box, cell: Cell) -> None:
    """Draw a colour with its letter, which makes room for what grew."""
    grown = growth_of(cell)
    if not grown:
        pen.lettered(canvas, box, cell.colour)
        return
    paint, middle = pen.colour(canvas, box, cell.colour), (box[1] + box[3]) // 2
    place = (box[0] + BESIDE, middle + LETTER.capital // 2)
    canvas.text(place, pen.letter(cell.colour), LETTER, paint)
    place = (box[2] - BESIDE, middle + STRONG.capital // 2)
    canvas.text(place, grown, STRONG, paint, Align.RIGHT)


def growth_of(cell: Cell) -> str:
    """Write the signs of change: how many indicators are deeper, broader and back.

    A colour that fell has its sign, also where its reader may not know by how many indicators.
    """
    counts = (("▲", cell.deeper), ("+", cell.broader), ("▼", cell.back))
    grown = [f"{sign}{count}" for sign, count in counts if count]
    if cell.fell_from is not None and not cell.back:
        grown.append("▼")
    return " ".join(grown)


def _titled(pen: Pen, row: PictureRow, lines: int) -> Block:
    """Draw one perspective: the title stands on its colour, and the bar lies below it."""
    (cell,) = row.cells
    letter, grown = pen.letter(cell.colour), growth_of(cell)
    aside = LETTER.width(letter) + STRONG.width(grown) + 50
    titles = wrap(row.title, BODY, ROOM - 16 - aside, lines)
    high = len(titles) * LEADING + 14

    def draw(canvas: Canvas, top: int) -> None:
        left, right = MARGIN + NUMBER, WIDTH - MARGIN
        first = top + (high - (len(titles) - 1) * LEADING - BODY.capital) // 2
        draw_number(pen, canvas, first, row.number, marked=row.differ)
        paint = pen.colour(canvas, (left, top, right, top + high), cell.colour)
        pen.lines(canvas, (left + 16, first), titles, BODY, paint)
        baseline = top + (high + LETTER.capital) // 2
        canvas.text((right - 16, baseline), letter, LETTER, paint, Align.RIGHT)
        beside = right - 16 - LETTER.width(letter) - 14
        canvas.text((beside, baseline), grown, STRONG, paint, Align.RIGHT)
        pen.progress(canvas, (left, top + high + 3, right, top + high + 3 + BAR), cell)

    return Block(high + 3 + BAR + APART, draw)


def _entries(pen: Pen, picture: ReportPicture) -> list[LegendEntry]:
    cells = [cell for row in picture.rows for cell in row.cells]
    entries = [*colour_entries(pen, (cell.colour for cell in cells)), _bar_entry(pen)]
    if any(row.differ for row in picture.rows):
        entries.append(marked_entry(pen, _("views differ")))
    if any(cell.deeper for cell in cells):
        entries.append(sign_entry(pen, "▲", _("deeper")))
    if any(cell.broader for cell in cells):
        entries.append(sign_entry(pen, "+", _("broader")))
    if any(cell.back or cell.fell_from for cell in cells):
        entries.append(sign_entry(pen, "▼", _("back")))
    if any(cell.not_here for cell in cells):
        entries.append(_not_here_entry(pen))
    return entries


def _not_here_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        bar = (box[0], box[1] + 14, box[2], box[1] + 14 + BAR)
        pen.progress(canvas, bar, Cell(Colour.GREY, 2, 5, not_here=2))

    return LegendEntry(sample, NOT_HERE)


def _bar_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        pen.bar(canvas, (box[0], box[1] + 14, box[2], box[1] + 14 + BAR), 0.6)

    return LegendEntry(sample, _("has come up"))
