"""The colour report of one student: a row per competence, a cell per perspective."""

from bot.domain.scoring.colours import Colour
from bot.messages import Cell, PictureRow, ReportPicture, _
from bot.pictures.ink.canvas import Align, Box, Canvas
from bot.pictures.ink.pen import LETTER, STRONG, Pen
from bot.pictures.legend import (
    STRIPE,
    LegendEntry,
    Part,
    colour_parts,
    legend,
    marked_entry,
    sign_entry,
    stripe_parts,
)
from bot.pictures.sheet import (
    MARGIN,
    NUMBER,
    Block,
    heading,
    heads,
    label,
    spans,
    stack,
)
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.showing.words.scores.marks import NOT_HERE

FIELD = 44
BAR = 10
APART = 11
"""How high a field and a bar are, and the air below them."""

BESIDE = 14
"""How far from a field's sides the letter and the signs of growth stand."""

MEANS = 900
"""How wide a field is that says in words what its colour means, in every language."""

CELL = FIELD + 3 + BAR


def draw_report(picture: ReportPicture, pen: Pen) -> bytes:
    """Draw the report: below each title a cell for each perspective."""
    columns = spans(len(picture.columns))
    above = [heading(pen, picture), heads(pen, picture.columns, columns)]
    legends = legend(pen, _entries(pen, picture), in_brief=picture.in_brief)

    def rows(lines: int) -> list[Block]:
        return [_row(pen, row, lines) for row in picture.rows]

    return stack(pen, above, rows, legends).png()


def _row(pen: Pen, row: PictureRow, lines: int) -> Block:
    """Let the title go over the sheet, with a cell for each perspective below it."""
    title = label(pen, row.number, row.title, lines, marked=row.differ)
    columns = spans(len(row.cells))

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        above = top + title.height
        for (left, right), cell in zip(columns, row.cells, strict=True):
            _draw_field(pen, canvas, (left, above, right, above + FIELD), cell)
            pen.progress(canvas, (left, above + CELL - BAR, right, above + CELL), cell)
        if row.before:
            # Beside all views, in the column of the number: it belongs to none of them.
            left, middle = MARGIN, above + CELL // 2
            place = (left, middle - STRIPE, left + NUMBER - 14, middle + STRIPE)
            pen.stripe(canvas, place, row.before)

    return Block(title.height + CELL + APART, draw)


def _draw_field(pen: Pen, canvas: Canvas, box: Box, cell: Cell) -> None:
    """Draw a colour with its letter, what it means where it is wide enough, and what grew."""
    grown, means = growth_of(cell), box[2] - box[0] >= MEANS
    if not grown and not means:
        pen.lettered(canvas, box, cell.colour)
        return
    paint, middle = pen.colour(canvas, box, cell.colour), (box[1] + box[3]) // 2
    letter, baseline = pen.letter(cell.colour), middle + STRONG.capital // 2
    canvas.text((box[0] + BESIDE, middle + LETTER.capital // 2), letter, LETTER, paint)
    if means:
        place = (box[0] + 2 * BESIDE + LETTER.width(letter), baseline)
        canvas.text(place, pen.say(COLOUR_MEANING[cell.colour]), STRONG, paint)
    canvas.text((box[2] - BESIDE, baseline), grown, STRONG, paint, Align.RIGHT)


def growth_of(cell: Cell) -> str:
    """Write the signs of change: how many indicators are deeper, broader and back.

    A colour that fell has its sign, also where its reader may not know by how many indicators.
    """
    counts = (("▲", cell.deeper), ("+", cell.broader), ("▼", cell.back))
    grown = [f"{sign}{count}" for sign, count in counts if count]
    if cell.fell_from is not None and not cell.back:
        grown.append("▼")
    return " ".join(grown)


def _entries(pen: Pen, picture: ReportPicture) -> list[Part]:
    cells = [cell for row in picture.rows for cell in row.cells]
    entries = colour_parts(pen, (cell.colour for cell in cells))
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
    before = stripe_parts(pen, (row.before for row in picture.rows))
    return [*entries, _bar_entry(pen), *before]


def _not_here_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        bar = (box[0], box[1] + 14, box[2], box[1] + 14 + BAR)
        pen.progress(canvas, bar, Cell(Colour.GREY, 2, 5, not_here=2))

    return LegendEntry(sample, NOT_HERE)


def _bar_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        pen.bar(canvas, (box[0], box[1] + 14, box[2], box[1] + 14 + BAR), 0.6)

    return LegendEntry(sample, _("has come up"))
