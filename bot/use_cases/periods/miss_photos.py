"""Miss the photos that were taken and are gone, by what the database and others know of them."""

from collections.abc import Sequence

from bot.domain.periods.chain import Known, list_gone
from bot.domain.periods.period import Period
from bot.ports import UnitOfWork
from bot.ports.periods.photos import PhotoMissed
from bot.ports.worlds import World


def miss_photos(uow: UnitOfWork, world: World, known: Known) -> Sequence[PhotoMissed]:
    """List the periods whose photo was taken and is gone, or another one stands in its place."""
    missed = {photo.of: photo for photo in uow.photos.list_missed(world)}
    if not world.sample:
        stored = [linked for linked, _seal in uow.photos.list_links(world)]
        for gone in list_gone(stored, known):
            missed[gone.of] = PhotoMissed(gone.period_id, gone.name, gone.digest)
    return [missed[of] for of in sorted(missed)]


def find_missed(uow: UnitOfWork, missed: PhotoMissed) -> Period | None:
    """Find the period of a photo that is missed; None where it is not in the database any more."""
    period = uow.periods.find(missed.period_id)
    if period is None or PhotoMissed(period.id, period.name, missed.digest).of != missed.of:
        return None
    return period
