"""Delete files with what is kept of somebody once their day is over."""

from datetime import datetime

from bot.ports import UnitOfWork


def drop_own_data(uow: UnitOfWork, at: datetime, at_most: int) -> int:
    """Delete some files whose time is over at an instant (aware); counts them."""
    return uow.take_aways.drop_over(at, at_most)


def is_own_data_over(uow: UnitOfWork, at: datetime) -> bool:
    """Say whether any file's time is over; nothing is written."""
    return uow.take_aways.is_over(at)
