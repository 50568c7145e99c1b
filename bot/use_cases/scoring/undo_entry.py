"""Take back what one message or one dialogue recorded."""

from dataclasses import dataclass
from datetime import datetime

from bot.ports import Entry, UnitOfWork


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and of which (track, competence) it spoke."""

    entry: Entry
    places: tuple[tuple[int, int], ...]


class LostSight(Exception):
    """The author no longer follows a student of the entry, so what was scored stays."""


def undo_entry(uow: UnitOfWork, author_id: int, at: datetime, entry_id: int) -> Undone | None:
    """Undo an entry of this author; None where there is none that stands.

    The ledger keeps the scores; from the instant on (aware) the film shows what stood before them.
    Raises LostSight.
    """
    entry = uow.ledger.find_entry(entry_id)
    if entry is None or entry.author_id != author_id or entry.undone_at is not None:
        return None
    return take_back(uow, entry, at)


def take_back(uow: UnitOfWork, entry: Entry, at: datetime) -> Undone:
    """Take a standing entry out of the film. Raises LostSight."""
    places = tuple(uow.ledger.list_touched(entry))
    followed = {track.id for track in uow.tracks.list_of(entry.author_id)}
    if not followed.issuperset(track_id for track_id, _competence in places):
        raise LostSight
    uow.ledger.undo(entry, at)
    return Undone(entry, places)
