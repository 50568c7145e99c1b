"""The class matrix: what the workplaces train, in frames, hatching and stars, never in colours.

Mastery has the five colours to itself: here everything is of ink on paper.
"""

from collections.abc import Sequence

from bot.domain.planning.matrix import ComeUp
from bot.domain.school.frameworks import PriorRule
from bot.messages import LearnedStripe, MatrixCell, MatrixPicture, MatrixRow, Sayable
from bot.pictures.ink.canvas import Box, Canvas
from bot.pictures.ink.masks import draw_hatching, draw_star
from bot.pictures.ink.pen import Pen
from bot.pictures.legend import (
    LegendEntry,
    Part,
    framed_entry,
    legend,
    marked_entry,
    stripe_parts,
)
from bot.pictures.sheet import (
    MARGIN,
    Block,
    Span,
    heading,
    heads,
    label,
    say_order,
    spans,
    stack,
)
from bot.showing.matrix import ALONE, CAME_UP, COVERED, GAP, MATRIX_ORDER, PLANNED

HIGH = 52
APART = 20
WITHIN = 8
"""From the edge of a cell to what came up, with room for the frame of what is planned."""

STAR = 26

THIN = 8
"""How high the stripe is of what was acquired before: below it a number may have a frame."""

_BEFORE = LearnedStripe(1, 1, PriorRule.ACQUIRED, acquired=True)


def draw_matrix(picture: MatrixPicture, pen: Pen) -> bytes:
    """Draw the matrix in the order it has; `arranged_matrix` puts gaps first."""
    columns = spans(max(len(picture.students), 1), MARGIN)[: len(picture.students)]
    above = [heading(pen, picture), say_order(pen, MATRIX_ORDER)]
    if columns:
        above.append(heads(pen, picture.students, columns, picture.companies))
    legends = legend(pen, _entries(pen, picture), in_brief=picture.in_brief)

    def rows(lines: int) -> list[Block]:
        return [_row(pen, row, columns, lines) for row in picture.rows]

    return stack(pen, above, rows, legends).png()


def _row(pen: Pen, row: MatrixRow, columns: Sequence[Span], lines: int) -> Block:
    title = label(pen, row.number, row.title, lines, marked=row.gap, framed=row.covered)

    def draw(canvas: Canvas, top: int) -> None:
        title.draw(canvas, top)
        above = top + title.height
        for (left, right), cell in zip(columns, row.cells, strict=True):
            draw_cell(pen, canvas, (left, above, right, above + HIGH), cell)
            if cell.before:
                below = above + HIGH + 2
                pen.stripe(canvas, (left, below, right, below + THIN), _BEFORE)

    return Block(title.height + HIGH + APART, draw)


def draw_cell(pen: Pen, canvas: Canvas, box: Box, cell: MatrixCell) -> None:
    """Draw a frame where it is planned, hatched or full where it came up, a star if alone."""
    left, top, right, bottom = box
    across, down = (left + right) // 2, (top + bottom) // 2
    inside = (left + WITHIN, top + WITHIN, right - WITHIN, bottom - WITHIN)
    ink = pen.on_paper(pen.theme.ink)
    if cell.planned:
        pen.frame(canvas, box)
    match cell.at_work:
        case ComeUp.REGULARLY:
            canvas.field(inside, ink, 4)
        case ComeUp.SOMETIMES:
            hatching = draw_hatching(inside[2] - inside[0], inside[3] - inside[1])
            canvas.stamp(inside[:2], hatching, ink)
    if cell.alone:
        _draw_star(pen, canvas, (across, down), cell.at_work)
    elif not cell.planned and cell.at_work is ComeUp.NOT:
        canvas.field((across - 4, down - 4, across + 4, down + 4), pen.on_paper(pen.theme.soft), 4)


def _draw_star(pen: Pen, canvas: Canvas, middle: tuple[int, int], at_work: ComeUp) -> None:
    """Draw a star that is made out on whatever came up."""
    across, down = middle
    if at_work is ComeUp.SOMETIMES:
        half = STAR // 2 + 1
        canvas.box((across - half, down - half, across + half, down + half), pen.theme.paper)
    paint = pen.theme.reversed if at_work is ComeUp.REGULARLY else pen.on_paper(pen.theme.ink)
    canvas.stamp((across - STAR // 2, down - STAR // 2), draw_star(STAR), paint)


def _entries(pen: Pen, picture: MatrixPicture) -> list[Part]:
    """Explain the signs that the picture holds, those of the numbers first."""
    cells = {cell for row in picture.rows for cell in row.cells}
    signs = [
        (any(cell.planned for cell in cells), MatrixCell(planned=True), PLANNED),
        *(
            (any(cell.at_work is often for cell in cells), MatrixCell(at_work=often), said)
            for often, said in CAME_UP.items()
        ),
        (any(cell.alone for cell in cells), MatrixCell(alone=True), ALONE),
    ]
    entries: list[Part] = []
    if any(row.gap for row in picture.rows):
        entries.append(marked_entry(pen, GAP))
    if any(row.covered for row in picture.rows):
        entries.append(framed_entry(pen, COVERED))
    entries += [_sample(pen, cell, said) for held, cell, said in signs if held]
    return [*entries, *stripe_parts(pen, (_BEFORE for cell in cells if cell.before))]


def _sample(pen: Pen, cell: MatrixCell, meaning: Sayable) -> LegendEntry:
    def sample(canvas: Canvas, box: Box) -> None:
        draw_cell(pen, canvas, box, cell)

    return LegendEntry(sample, meaning)
