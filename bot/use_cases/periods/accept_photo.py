"""Accept a photo as it stands, where it is not the one that was taken first."""

from bot.ports import UnitOfWork


def accept_photo(uow: UnitOfWork, period_id: int) -> None:
    """Let the photo of a period be the one that was taken, from now on."""
    uow.periods.hold(period_id)
    uow.photos.accept(period_id)
