"""Score a whole class group at once: the same is said of every student in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.scoring.film import Mark, Score
from bot.ports import Entry, Seat, UnitOfWork
from bot.use_cases.scoring.store_scores import (
    Contradiction,
    Occasion,
    Sayings,
    hold_marks,
    open_entry,
    store_on,
)


@dataclass
class ScoredGroup:
    """On which tracks something was stored, and on which not; the entry, where one was made.

    `counting`: by track what of it counts now, since nothing was said later.
    """

    entry: Entry | None = None
    stored: list[int] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    counting: dict[int, dict[int, Score]] = field(default_factory=dict)


def score_class_group(
    uow: UnitOfWork, seats: Sequence[Seat], sayings: Sequence[Sayings], occasion: Occasion
) -> ScoredGroup:
    """Store sayings from each of a teacher's seats, under one entry that is undone as a whole.

    A track is skipped where it would contradict what stands there: L or V beside N.
    """
    return score_several(uow, [(seat, sayings) for seat in seats], occasion)


def score_several(
    uow: UnitOfWork, said: Sequence[tuple[Seat, Sequence[Sayings]]], occasion: Occasion
) -> ScoredGroup:
    """Store of each of several tracks what is said of it, under one entry, as for a class group."""
    group = ScoredGroup()
    for seat, sayings in said:
        try:
            marks = hold_marks(uow, seat, sayings)
        except Contradiction:
            group.skipped.append(seat.track_id)
            continue
        group.entry = group.entry or open_entry(uow, seat, occasion)
        after = store_on(uow, group.entry, seat, sayings, marks)
        group.stored.append(seat.track_id)
        group.counting[seat.track_id] = _counting(sayings, after)
    return group


def _counting(sayings: Sequence[Sayings], after: Sequence[Mapping[int, Mark]]) -> dict[int, Score]:
    return {
        indicator: score
        for said, marks in zip(sayings, after, strict=True)
        for indicator, score in said.scores.items()
        if score.said_at in (marks[indicator].mastery_at, marks[indicator].coverage_at)
    }
