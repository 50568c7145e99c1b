"""Let the photo of a period be taken again that was taken, and is gone."""

from bot.ports import UnitOfWork
from bot.ports.periods.photos import PhotoMissed


def retake_photo(uow: UnitOfWork, missed: PhotoMissed) -> None:
    """Let the clock take it with its next tick, of the instant that was agreed."""
    uow.periods.hold(missed.period_id)
    uow.photos.take_again(missed.period_id)
