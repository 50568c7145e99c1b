"""What arrives late: a score that was said before the newest of its indicator.

Most of it changes nothing, since a later score of the same scale took its place long ago, and the
mark alone tells so. Only for the rest the whole history is read and folded anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.scoring.film import Mark, Score
from bot.domain.scoring.scales import Coverage


@dataclass(slots=True)
class Placed:
    """Scores by indicator: the newest, the marks that late ones leave, and which need all of it."""

    newest: dict[int, Score] = field(default_factory=dict)
    known: dict[int, Mark] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)


def place(before: Mapping[int, Mark], scores: Mapping[int, Score]) -> Placed:
    """Part scores by what they need, given the marks that stand."""
    placed = Placed()
    for indicator, said in scores.items():
        mark = before.get(indicator, Mark())
        if mark.said_at is None or said.said_at >= mark.said_at:
            placed.newest[indicator] = said
        elif (left := apply_late(mark, said)) is not None:
            placed.known[indicator] = left
        else:
            placed.unknown.append(indicator)
    return placed


def apply_late(mark: Mark, score: Score) -> Mark | None:
    """Work out the mark with a new score that was said before the newest of it.

    It is what folding all of it gives; None where only the history tells. A tally may have raised
    the coverage at any time, so beside one only what changes nothing is known.
    """
    if score.tally:
        return None
    mastery_later = _is_later(mark.mastery_at, score.said_at)
    coverage_later = _is_later(mark.coverage_at, score.said_at)
    covers = score.not_here or score.coverage is not None
    if mastery_later and (coverage_later or not covers):
        return mark
    if mark.tally or (covers and _is_from_before(mark)):
        return None
    if score.not_here and not (mastery_later or coverage_later):
        return None  # it is the newest that counts: what it leaves is not in the mark
    if score.not_here:
        return _not_here(mark, score.said_at, mastery_later)
    if not mastery_later:
        mark = _with_mastery(mark, score)
    if score.coverage is not None and not coverage_later:
        mark = replace(mark, coverage=score.coverage, coverage_at=score.said_at)
    return mark


def _is_later(said: datetime | None, at: datetime) -> bool:
    return said is not None and said > at


def _is_from_before(mark: Mark) -> bool:
    """Say whether it was written before marks knew when their coverage was said."""
    return mark.coverage is not None and mark.coverage_at is None


def _with_mastery(mark: Mark, score: Score) -> Mark:
    """Take the mastery, behind which nobody said another; and what ends 'not here', if it does."""
    if score.mastery is not None:
        return replace(mark, mastery=score.mastery, mastery_at=score.said_at, not_here=False)
    if mark.not_here and score.coverage not in (None, Coverage.NOT_YET):
        return replace(mark, not_here=False)
    return mark


def _not_here(mark: Mark, at: datetime, mastery_later: bool) -> Mark | None:
    """Work it out for 'not here', where a mastery or a coverage was said later, and not both."""
    if mastery_later:
        return replace(mark, coverage=Coverage.NOT_YET, coverage_at=at)
    if mark.coverage is Coverage.NOT_YET:  # what it was between is not known
        return None
    return replace(mark, mastery=None, mastery_at=at, not_here=False)
