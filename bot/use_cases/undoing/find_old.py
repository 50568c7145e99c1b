"""Find when something was said that an edited message would correct, where that is long ago."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.use_cases.undoing.undo import FRESH


def find_old(uow: UnitOfWork, person_id: int, source: str, at: datetime) -> datetime | None:
    """Find when a message of this person was said that still counts, if more than a day before.

    It made an entry, was a note typed on request, or is part of an answer. All instants are aware.
    """
    if not source:
        return None
    entry = uow.ledger.find_entry_of_source(person_id, source)
    entry = entry or uow.ledger.find_entry_of_note(person_id, source)
    said_at = entry.said_at if entry else uow.answers.find_said_at(person_id, source)
    return said_at if said_at is not None and abs(at - said_at) > FRESH else None
