"""A class matrix in words, and its order: of signs, never of the colours of mastery."""

from dataclasses import replace

from bot.domain.planning.matrix import ComeUp
from bot.messages import MatrixCell, MatrixPicture, MatrixRow, Sayable, Text, _, _n, words
from bot.showing.words.prior import ACQUIRED_BEFORE

MATRIX_ORDER = _("Collective gaps first, what is covered at work last")
"""How a class matrix says in which order it stands."""

GAP = _("collective gap")
COVERED = _("collectively covered")
PLANNED = _("planned at work")
ALONE = _("shown alone")
NOTHING = _("nothing yet")
CAME_UP = {
    ComeUp.SOMETIMES: _("came up sometimes"),
    ComeUp.REGULARLY: _("came up regularly"),
}


def arranged_matrix(picture: MatrixPicture) -> MatrixPicture:
    """Put collective gaps above and what is collectively covered below; all else stays."""
    rows = sorted(picture.rows, key=lambda row: (not row.gap, row.covered))
    return replace(picture, rows=tuple(rows))


def found_in_matrix(picture: MatrixPicture) -> Sayable:
    """Count the collective gaps and what is collectively covered: '1 collective gap, 2 ...'."""
    gaps, covered = (sum(getattr(row, sort) for row in picture.rows) for sort in ("gap", "covered"))
    if not any(cell != MatrixCell() for row in picture.rows for cell in row.cells):
        return _("no plan yet, nothing came up")
    return words(
        _n(
            "{count} collective gap, of {total}",
            "{count} collective gaps, of {total}",
            gaps,
            total=len(picture.rows),
        )
        if gaps
        else _("No collective gaps"),
        _("{count} covered at work", count=covered) if covered else None,
        by=" · ",
    )


def matrix_words(row: MatrixRow) -> tuple[Sayable, ...]:
    """Say of how many students a competence is planned, came up and is shown alone."""
    often = [cell.at_work for cell in row.cells]
    planned = sum(cell.planned for cell in row.cells)
    alone = sum(cell.alone for cell in row.cells)
    before = sum(cell.before for cell in row.cells)
    counts: tuple[tuple[Sayable, int], ...] = (
        (_("planned at work {count} of {total}", count=planned, total=len(often)), planned),
        *((words(how, often.count(at)), often.count(at)) for at, how in CAME_UP.items()),
        (words(ALONE, alone), alone),
        (words(ACQUIRED_BEFORE, before), before),
    )
    said = [told for told, count in counts if count] or [NOTHING]
    return (*said, standing_of(row)) if row.gap or row.covered else tuple(said)


def standing_of(row: MatrixRow) -> Text | str:
    """Say whether a competence is a collective gap or collectively covered, if it is either."""
    return GAP if row.gap else COVERED if row.covered else ""
