"""Gather what is due into one message for each person who may be spoken to now."""

from collections.abc import Sequence

from bot.domain.days import day_ends, day_of
from bot.domain.telling.hours import Hours, Rhythm, Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import Gathering
from bot.ports.worlds import World


def list_gatherings(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]
) -> list[Gathering]:
    """List, zone by zone, who may be spoken to now; nothing is written."""
    asking = uow.errands.list_zones_asking(world)
    found = (_gathering(world, zone, works, asking=zone in asking) for zone in zones)
    return [gathering for gathering in found if gathering is not None]


def has_expired(uow: UnitOfWork, world: World) -> bool:
    """Say whether anything came too late for anybody to hear; nothing is written."""
    return uow.errands.has_expired(world)


def drop_expired(uow: UnitOfWork, world: World) -> int:
    """Drop some of what came too late for anybody to hear; gives how much, 0 where none is left."""
    return uow.errands.close_expired(world)


def gather_errands(uow: UnitOfWork, gathering: Gathering) -> int:
    """Write a message to each of these people with something due; gives how many.

    What each says is composed right before it is sent: who is done by then gets nothing. Nobody
    else writes such messages for this world meanwhile.
    """
    uow.worlds.hold(gathering.world)
    return uow.errands.write_day_messages(gathering)


def _gathering(world: World, zone: str, works: Works, *, asking: bool) -> Gathering | None:
    """Say who may be spoken to now in a zone; None where nobody may.

    `asking` says that it is the own hour of somebody there, whatever the usual hours are.
    """
    hours = [hours for hours in Hours if Rhythm(zone, hours, works).allows(world.at)]
    if not hours and not asking:
        return None
    return gathering_in(world, zone, hours)


def gathering_in(world: World, zone: str, hours: Sequence[Hours]) -> Gathering:
    """Name the people of a zone with these hours, on the day that it is there."""
    day = day_of(world.at, zone)
    return Gathering(world, zone, hours, day.isoformat(), day_ends(world.at, zone))
