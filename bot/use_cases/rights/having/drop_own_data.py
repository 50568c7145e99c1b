"""Delete files with what is kept of somebody once their day is over, or every try to make them."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.use_cases.rights.having.make_own_data import tell_failed


def drop_own_data(uow: UnitOfWork, at: datetime, at_most: int) -> int:
    """Delete some files whose time is over at an instant (aware); counts them.

    Whose file never came about is told.
    """
    dropped = uow.take_aways.drop_over(at, at_most)
    for own in dropped:
        if own.made_at is None:
            tell_failed(uow, own, at)
    return len(dropped)


def is_own_data_over(uow: UnitOfWork, at: datetime) -> bool:
    """Say whether any file's time is over; nothing is written."""
    return uow.take_aways.is_over(at)
