"""Score a whole class group at once: the same is said of every student in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

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
    """On which tracks something was stored, and on which not; the entry, where one was made."""

    entry: Entry | None = None
    stored: list[int] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)


def score_class_group(
    uow: UnitOfWork, seats: Sequence[Seat], sayings: Sequence[Sayings], occasion: Occasion
) -> ScoredGroup:
    """Store sayings from each of a teacher's seats, under one entry that is undone as a whole.

    A track is skipped where it would contradict what stands there: L or V beside N.
    """
    group = ScoredGroup()
    for seat in seats:
        try:
            marks = hold_marks(uow, seat, sayings)
        except Contradiction:
            group.skipped.append(seat.track_id)
            continue
        group.entry = group.entry or open_entry(uow, seat, occasion)
        store_on(uow, group.entry, seat, sayings, marks)
        group.stored.append(seat.track_id)
    return group
