"""Fetch a file with what is kept of somebody: by its person, or by the link that only they have."""

from datetime import datetime

from bot.domain.rights.having import TakeAway
from bot.ports import UnitOfWork


def find_by_link(uow: UnitOfWork, code: str, at: datetime) -> TakeAway | None:
    """Find what a link opens at an instant (aware); None for one that is over, or never was."""
    return uow.take_aways.find_by_code(code, at)


def find_own_file(
    uow: UnitOfWork, take_away_id: int, person_id: int, at: datetime
) -> TakeAway | None:
    """Find a file of somebody's that is there at an instant (aware)."""
    found = uow.take_aways.find(take_away_id, person_id)
    return found if found is not None and found.is_there(at) else None


def read_own_file(uow: UnitOfWork, take_away_id: int, person_id: int, at: datetime) -> bytes | None:
    """Read the file itself; None where it is over, or another one's."""
    return uow.take_aways.read_data(take_away_id, person_id, at)
