"""Foresee what scoring a whole class group at once would change, before anything is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.scoring.film import Mark, Score
from bot.ports import Seat, UnitOfWork
from bot.use_cases.scoring.store_scores import Contradiction, Sayings, hold_marks


@dataclass
class Foreseen:
    """How many marks that stand would change, by track, and on which tracks nothing is stored."""

    changed: dict[int, int] = field(default_factory=dict)
    skipped: list[int] = field(default_factory=list)


def foresee_class_group(
    uow: UnitOfWork, seats: Sequence[Seat], sayings: Sequence[Sayings]
) -> Foreseen:
    """Compare sayings with the marks that stand at each seat; `score_class_group` stores them."""
    foreseen = Foreseen()
    for seat in seats:
        try:
            marks = hold_marks(uow, seat, sayings)
        except Contradiction:
            foreseen.skipped.append(seat.track_id)
            continue
        count = sum(_changed(said.scores, marks) for said in sayings)
        if count:
            foreseen.changed[seat.track_id] = count
    return foreseen


def _changed(scores: Mapping[int, Score], marks: Mapping[int, Mark]) -> int:
    return sum(_differs(marks.get(indicator, Mark()), score) for indicator, score in scores.items())


def _differs(mark: Mark, score: Score) -> bool:
    other_mastery = score.mastery is not None and mark.mastery not in (None, score.mastery)
    other_coverage = score.coverage is not None and mark.coverage not in (None, score.coverage)
    return mark.not_here or other_mastery or other_coverage
