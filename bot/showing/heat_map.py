"""The order in which a class heat map shows patterns."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.scoring.colours import Colour
from bot.messages import HeatMapPicture, HeatMapRow, Sayable, _, _n, words

ORDER = _("Gaps first, then what fewest have acquired")
"""How a class heat map says in which order it stands."""


def acquired(row: HeatMapRow) -> int:
    """Count the students who have acquired a competence."""
    return sum(colour.acquired for colour in row.colours)


def before_words(row: HeatMapRow) -> Sayable | None:
    """Say how many students had learned something of a competence before, and how many all."""
    learned = [before for before in row.before if before]
    if not learned:
        return None
    whole = sum(before.acquired for before in learned)
    said = _n(
        "{count} student learned some before",
        "{count} students learned some before",
        len(learned),
    )
    return words(said, _("acquired before: {count}", count=whole) if whole else None, by=", ")


def arranged(picture: HeatMapPicture) -> HeatMapPicture:
    """Put what fewest have acquired first: gaps and such competences above, such students left.

    Of what is equal the lower colours come first, then it keeps the order it had.
    """
    totals = [
        _reached([row.colours[place] for row in picture.rows])
        for place in range(len(picture.students))
    ]
    order = sorted(range(len(totals)), key=totals.__getitem__)
    rows = sorted(picture.rows, key=_standing)
    return replace(
        picture,
        students=tuple(picture.students[place] for place in order),
        rows=tuple(
            replace(
                row,
                colours=tuple(row.colours[place] for place in order),
                before=tuple(row.before[place] for place in order) if row.before else (),
            )
            for row in rows
        ),
    )


def _standing(row: HeatMapRow) -> tuple[bool, tuple[int, int]]:
    return not row.gap, _reached(row.colours)


def _reached(colours: Sequence[Colour]) -> tuple[int, int]:
    """Count what is acquired, then how far all of it came."""
    return sum(colour.acquired for colour in colours), sum(colour.rank for colour in colours)
