"""Take the photos that are due: in steps, each a transaction of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.periods.chain import Of, named
from bot.domain.periods.period import Period
from bot.domain.periods.photos import Look, photo_instant
from bot.ports import UnitOfWork
from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class Taken:
    """What a step led to: whether another one may follow, and the photo that now is whole."""

    more: bool
    whole: Period | None = None


def take_photos(
    uow: UnitOfWork, world: World, looks: Sequence[Look], known: Collection[Of] = ()
) -> Taken:
    """Take one step of the first photo that is due and can be taken.

    Whoever calls commits, seals what is whole, and calls again: a photo of many tracks must not
    hold up those who score, and a process that dies loses one step only. Of periods whose photo is
    known outside the database none is taken: it was there, and somebody took it away.
    """
    for due in uow.photos.list_due(world):
        if named(due.period.id, due.period.name) in known:
            continue
        if due.begun:
            more = uow.photos.go_on(due.period)
            return Taken(more=True, whole=None if more else due.period)
        agreed = due.period.photo_at
        as_of = photo_instant(agreed, looks, world.at) if agreed else None
        if as_of is not None:
            uow.photos.begin(due.period, as_of)
            return Taken(more=True)
    return Taken(more=False)
