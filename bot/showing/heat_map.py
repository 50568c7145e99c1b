"""The order in which a class heat map shows patterns."""

from dataclasses import replace

from bot.messages import HeatMapPicture, HeatMapRow


def acquired(row: HeatMapRow) -> int:
    """Count the students who have acquired a competence."""
    return sum(colour.acquired for colour in row.colours)


def arranged(picture: HeatMapPicture) -> HeatMapPicture:
    """Put what needs attention first: gaps and weak competences above, weak students left.

    What is equal keeps the order it had.
    """
    totals = [
        sum(row.colours[place].rank for row in picture.rows)
        for place in range(len(picture.students))
    ]
    order = sorted(range(len(totals)), key=totals.__getitem__)
    rows = sorted(picture.rows, key=_standing)
    return replace(
        picture,
        students=tuple(picture.students[place] for place in order),
        rows=tuple(
            replace(row, colours=tuple(row.colours[place] for place in order)) for row in rows
        ),
    )


def _standing(row: HeatMapRow) -> tuple[bool, int]:
    return not row.gap, sum(colour.rank for colour in row.colours)
