"""What was said of indicators, as few rows as give the same marks, whatever its length.

A mark needs of each kind of score (with a mastery, with a coverage, with a tally, 'not here') only
the newest, and how often it was tallied; so we read no more of a history that somebody has swollen.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from bot.domain.scoring.film import Mark, Score, fold
from bot.domain.scoring.scales import Coverage, Mastery
from bot.storage.scoring.marks import MarkSource, Whole
from bot.storage.tables import score

_KIND = (
    score.c.track_id,
    score.c.role,
    score.c.indicator_id,
    score.c.mastery.is_(None),
    score.c.coverage,
    score.c.not_here,
    score.c.tally > 0,
)


def shortened(said: Select[Any], *apart: ColumnElement[Any]) -> Select[Any]:
    """Keep of the scores that are selected the newest of each kind, with its kind's tallies.

    What is told apart further, such as by the week, is kept of each. They come in the order in
    which they are folded, which is their own: `bot.domain.scoring.film.apply`.
    """
    order = (score.c.said_at.desc(), score.c.id.desc())
    within: dict[str, Any] = {"partition_by": (*_KIND, *apart), "order_by": order}
    told = func.sum(score.c.tally).over(**within, rows=(None, None))
    numbered = said.add_columns(
        func.row_number().over(**within).label("back"), told.label("told")
    ).subquery()
    kept = [column for column in numbered.c if column.key not in ("tally", "back", "told")]
    return (
        select(*kept, numbered.c.told.label("tally"))
        .where(numbered.c.back == 1)
        .order_by(numbered.c.said_at, numbered.c.id)
    )


def place_among(
    instants: Sequence[datetime], at: ColumnElement[Any], first: int = 0
) -> ColumnElement[int]:
    """Count the instants, which rise, that lie before an instant; none lies before nothing."""
    if not instants:
        return literal(first)
    middle = len(instants) // 2
    earlier = place_among(instants[:middle], at, first)
    later = place_among(instants[middle + 1 :], at, first + middle + 1)
    return case((at > literal(instants[middle], at.type), later), else_=earlier)


def whole_of(rows: Sequence[Any]) -> Whole:
    """Fold an indicator's ledger rows, in order, into its mark and the newest author."""
    if not rows:
        return Whole(Mark(), None)
    return Whole(fold(map(score_of, rows)), MarkSource(rows[-1].author_id, rows[-1].placement_id))


def score_of(row: Any) -> Score:
    """Make a score of a ledger row."""
    return Score(
        said_at=row.said_at,
        mastery=Mastery(row.mastery) if row.mastery else None,
        coverage=Coverage(row.coverage) if row.coverage else None,
        tally=row.tally,
        not_here=row.not_here,
        id=row.id,
    )
