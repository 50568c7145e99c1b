"""Undo what somebody did: the newest thing, whatever it was, or the one that a button names."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ports import Entry, UnitOfWork
from bot.ports.acts import BY_OWN_BUTTON, LASTING, Act
from bot.use_cases.scoring.undo_entry import Undone, undo_entry
from bot.use_cases.undoing.put_back import PUT_BACK

FRESH = timedelta(days=1)
"""What is older is taken back only by who says so once more."""

LOOKED_AT = 50
"""How many of the newest entries are looked at."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nothing was taken back yet: it is asked first whether this is meant."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Kept:
    """It stays: it cannot be taken back, or something newer stands on it.

    `earlier` is the newest thing before it that can be taken back.
    """

    entry: Entry
    earlier: Entry | None = None


def undo(
    uow: UnitOfWork,
    person_id: int,
    at: datetime,
    entry_id: int | None = None,
    *,
    sure: bool = False,
) -> Undone | Unsure | Kept | None:
    """Undo an entry of this person, or the newest that stands; None where there is none.

    Nothing older is ever taken instead. What is older than a day by the instant (aware), and an
    answer, whose words are gone then, is asked about first, unless it is sure. Raises LostSight.
    """
    standing = uow.ledger.list_standing(person_id, LOOKED_AT)
    entry = _find(uow, standing, entry_id)
    if entry is None or entry.author_id != person_id or entry.undone_at is not None:
        return None
    if entry.act in LASTING or entry.act in BY_OWN_BUTTON:
        return Kept(entry, _before(standing, entry))
    if not sure and (abs(at - entry.said_at) > FRESH or entry.act is Act.ANSWER):
        return Unsure(entry)
    if entry.act is None:
        return undo_entry(uow, person_id, at, entry.id)
    return _put_back(uow, entry, at, standing)


def _before(standing: list[Entry], entry: Entry) -> Entry | None:
    """Find the newest before an entry that can be taken back."""
    stays = LASTING | BY_OWN_BUTTON
    return next((own for own in standing if own.id < entry.id and own.act not in stays), None)


def _find(uow: UnitOfWork, standing: list[Entry], entry_id: int | None) -> Entry | None:
    if entry_id is not None:
        return uow.ledger.find_entry(entry_id)
    return standing[0] if standing else None


def _put_back(
    uow: UnitOfWork, entry: Entry, at: datetime, standing: list[Entry]
) -> Undone | Kept | None:
    """Put back what an act replaced; it stays where a newer one about the same replaced that."""
    newer = [later for later in standing if later.id > entry.id]
    over = next((later for later in newer if (later.act, later.of) == (entry.act, entry.of)), None)
    if entry.act is None or over is not None:
        return Kept(entry, over)
    if not PUT_BACK[entry.act](uow, entry, at):
        return Kept(entry, _before(standing, entry))
    uow.acts.mark_undone(entry.id, at)
    return Undone(entry, ())
