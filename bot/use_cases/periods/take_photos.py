"""Take the photos that are due: in steps, each a transaction of its own."""

from collections.abc import Sequence

from bot.domain.periods.photos import Look, photo_instant
from bot.ports import UnitOfWork
from bot.ports.periods.photos import Sign
from bot.ports.worlds import World


def take_photos(uow: UnitOfWork, world: World, looks: Sequence[Look], sign: Sign) -> bool:
    """Take one step of the first photo that is due and can be taken; False where none is left.

    Whoever calls commits, and calls again: a photo of many tracks must not hold up those who
    score, and a process that dies loses one step only.
    """
    for due in uow.photos.list_due(world):
        if due.begun:
            if not uow.photos.go_on(due.period):
                uow.photos.finish(due.period, sign, world.at)
            return True
        agreed = due.period.photo_at
        as_of = photo_instant(agreed, looks, world.at) if agreed else None
        if as_of is not None:
            uow.photos.begin(due.period, as_of)
            return True
    return False
