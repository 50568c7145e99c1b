"""Correct what a message recorded: it is taken back, and said anew."""

from collections.abc import Callable
from datetime import datetime

from bot.ports import Entry, UnitOfWork
from bot.use_cases.scoring.undo_entry import LostSight, take_back


def correct_entry(
    uow: UnitOfWork, entry: Entry, at: datetime, say_anew: Callable[[], bool]
) -> bool:
    """Take a standing entry back and let its author say it anew; say whether it was put back.

    `say_anew` answers whether that recorded anything; where it did not, the entry stands as it
    did. An entry about a student whom the author no longer follows stays, and is not put back.
    """
    try:
        take_back(uow, entry, at)  # first, so that what is new is held against what stood before
    except LostSight:
        say_anew()
        return False
    if say_anew():
        return False
    uow.ledger.restore(entry)
    return True
