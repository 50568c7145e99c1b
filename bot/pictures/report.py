"""The colour report of one student: a row per competence, a cell per perspective."""

from bot.domain.scoring.colours import Colour
from bot.messages import Cell, PictureRow, ReportPicture, _
from bot.pictures.canvas import Align, Box, Canvas
from bot.pictures.legend import LegendEntry, colour_entries, legend, sign_entry
from bot.pictures.letters import wrap
from bot.pictures.pen import BODY, LEADING, LETTER, SMALL_STRONG, Pen
from bot.pictures.sheet import (
    COLUMN,
    MARGIN,
    NUMBER,
    WIDTH,
    Block,
    first_line,
    heading,
    heads,
    lefts,
    rule,
    stack,
    write_label,
)
from bot.showing.mark_words import NOT_HERE

FIELD = 54
BAR = 16
ROW = 96
BESIDE = 12
"""How far from a field's sides the letter and the signs of growth stand."""

_GROWN = 24
"""From one sign of growth to the next below it."""

_GROWTH = COLUMN - 2 * BESIDE - 30
"""The room beside a letter for what grew."""

_ALONE = WIDTH - 2 * MARGIN - NUMBER
"""The width of a title's field where one perspective is shown."""


def draw_report(picture: ReportPicture, pen: Pen) -> bytes:
    """Draw the report: of one perspective the title's own field, of several a cell for each."""
    alone = len(picture.columns) == 1
    blocks = [heading(pen, picture.title, picture.under)]
    blocks.append(heads(pen, picture.columns, picture.since))
    blocks += [(_titled if alone else _celled)(pen, row) for row in picture.rows]
    blocks += [rule(pen), legend(pen, _entries(pen, picture))]
    return stack(pen, WIDTH, blocks).png()


def _celled(pen: Pen, row: PictureRow) -> Block:
    starts = lefts(len(row.cells))
    lines = wrap(row.title, BODY, starts[0] - MARGIN - NUMBER - 20, 2)

    def draw(canvas: Canvas, top: int) -> None:
        above = top + (ROW - FIELD - BAR - 5) // 2
        write_label(pen, canvas, top + ROW // 2, row.number, lines)
        for left, cell in zip(starts, row.cells, strict=True):
            _draw_field(pen, canvas, (left, above, left + COLUMN, above + FIELD), cell)
            bar = (left, above + FIELD + 5, left + COLUMN, above + FIELD + 5 + BAR)
            pen.progress(canvas, bar, cell)

    return Block(ROW, draw)


def _draw_field(pen: Pen, canvas: Canvas, box: Box, cell: Cell) -> None:
    """Draw a colour with its letter, which makes room for what grew."""
    grown = growth_of(cell)
    if not grown:
        pen.lettered(canvas, box, cell.colour)
        return
    paint, middle = pen.colour(canvas, box, cell.colour), (box[1] + box[3]) // 2
    place = (box[0] + BESIDE, middle + LETTER.capital // 2)
    canvas.text(place, pen.letter(cell.colour), LETTER, paint)
    first = middle + SMALL_STRONG.capital // 2 - (len(grown) - 1) * _GROWN // 2
    for number, sign in enumerate(grown):
        place = (box[2] - BESIDE, first + number * _GROWN)
        canvas.text(place, sign, SMALL_STRONG, paint, Align.RIGHT)


def growth_of(cell: Cell) -> list[str]:
    """Write the signs of change: how many indicators are deeper, broader and back.

    Two lines find room in a field; of three signs the first two share one. A colour that fell has
    its sign, also where its reader may not know by how many indicators.
    """
    grown = [f"{sign}{count}" for sign, count in (("▲", cell.deeper), ("+", cell.broader)) if count]
    if not cell.back and cell.fell_from is None:
        return grown
    together = "".join(grown)
    if SMALL_STRONG.width(together) > _GROWTH:
        together = "▲+"
    return [*([together] if together else []), f"▼{cell.back or ''}"]


def _titled(pen: Pen, row: PictureRow) -> Block:
    """Draw one perspective: the title stands on its colour, and the bar lies below it."""
    (cell,) = row.cells
    grown = " ".join(growth_of(cell))
    aside = LETTER.width(pen.letter(cell.colour)) + SMALL_STRONG.width(grown) + 60
    lines = wrap(row.title, BODY, _ALONE - 20 - aside, 2)
    high = len(lines) * LEADING + 22

    def draw(canvas: Canvas, top: int) -> None:
        left, right = MARGIN + NUMBER, WIDTH - MARGIN
        middle = top + high // 2
        write_label(pen, canvas, middle, row.number, [""] * len(lines))
        paint = pen.colour(canvas, (left, top, right, top + high), cell.colour)
        pen.lines(canvas, (left + 20, first_line(middle, lines)), lines, BODY, paint)
        baseline = middle + LETTER.capital // 2
        place = (right - 18, baseline)
        canvas.text(place, pen.letter(cell.colour), LETTER, paint, Align.RIGHT)
        beside = right - 18 - LETTER.width(pen.letter(cell.colour)) - 14
        canvas.text((beside, baseline), grown, SMALL_STRONG, paint, Align.RIGHT)
        bar = (left, top + high + 5, right, top + high + 5 + BAR)
        pen.progress(canvas, bar, cell)

    return Block(high + BAR + 21, draw)


def _entries(pen: Pen, picture: ReportPicture) -> list[LegendEntry]:
    entries = [*colour_entries(pen), _bar_entry(pen)]
    if pen.say(picture.since):
        entries += [
            sign_entry(pen, "▲2", _("deeper"), _("from support to alone")),
            sign_entry(pen, "+3", _("broader"), _("indicators newly shown")),
        ]
    cells = [cell for row in picture.rows for cell in row.cells]
    if any(cell.back or cell.fell_from for cell in cells):
        entries.append(sign_entry(pen, "▼1", _("back"), _("shown less than before")))
    if any(cell.not_here for cell in cells):
        entries.append(_not_here_entry(pen))
    return entries


def _not_here_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        bar = (box[0], box[1] + 16, box[2], box[1] + 16 + BAR)
        pen.progress(canvas, bar, Cell(Colour.GREY, 2, 5, not_here=2))

    return LegendEntry(sample, NOT_HERE, _("cannot be seen in this place"))


def _bar_entry(pen: Pen) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        pen.bar(canvas, (box[0], box[1] + 16, box[2], box[1] + 16 + BAR), 0.6)

    return LegendEntry(sample, _("grey bar"), _("how much has come up"))
