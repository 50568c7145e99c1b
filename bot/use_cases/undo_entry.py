"""Take back what one message or one dialogue recorded."""

from dataclasses import dataclass
from datetime import datetime

from bot.ports import Entry, UnitOfWork


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, how many marks it touched, and where (track, competence)."""

    entry: Entry
    marks: int
    places: tuple[tuple[int, int], ...]


def undo_entry(
    uow: UnitOfWork, author_id: int, at: datetime, entry_id: int | None = None
) -> Undone | None:
    """Undo an entry of this author, or the newest that stands; None where there is none.

    The ledger keeps the scores; the film shows what stood before them.
    """
    ledger = uow.ledger
    entry = ledger.latest_entry(author_id) if entry_id is None else ledger.entry(entry_id)
    if entry is None or entry.author_id != author_id or entry.undone_at is not None:
        return None
    return Undone(entry, uow.ledger.undo(entry, at), tuple(uow.ledger.seats_of(entry)))
