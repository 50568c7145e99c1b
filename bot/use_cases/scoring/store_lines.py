"""Store what one message says of several students: all of it, or nothing."""

from collections.abc import Mapping, Sequence

from bot.domain.scoring.film import Mark
from bot.ports import Entry, Seat, UnitOfWork
from bot.use_cases.scoring.store_scores import Occasion, Sayings, hold_marks, open_entry, store_on

Lines = Sequence[tuple[Seat, Sequence[Sayings]]]
"""What is said from each seat; a seat stands here once."""


def store_lines(
    uow: UnitOfWork, said: Lines, occasion: Occasion
) -> tuple[Entry, list[list[Mapping[int, Mark]]]]:
    """Store sayings from several seats of one author under one entry, which is undone as a whole.

    Gives the marks that each saying leaves, by seat. Raises Contradiction, before anything is
    stored, as `store_scores` does.
    """
    held = [hold_marks(uow, seat, sayings) for seat, sayings in said]
    entry = open_entry(uow, said[0][0], occasion)
    stored = [
        store_on(uow, entry, seat, sayings, marks)
        for (seat, sayings), marks in zip(said, held, strict=True)
    ]
    return entry, stored
