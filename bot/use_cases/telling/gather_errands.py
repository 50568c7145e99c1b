"""Gather what is due into one message for each person who may be spoken to now."""

from collections import defaultdict
from collections.abc import Sequence

from bot.domain.days import day_ends, day_of
from bot.domain.telling.hours import Hours, Works, list_spoken_to
from bot.ports import UnitOfWork
from bot.ports.telling.errands import Gathering
from bot.ports.worlds import World


def list_gatherings(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]
) -> list[Gathering]:
    """List, zone by zone, who may be spoken to now, where something is due; nothing is written."""
    return look_around(uow, world, works, zones)[0]


def look_around(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]
) -> tuple[list[Gathering], bool]:
    """List as above, and say whether anything came too late for anybody to hear.

    That is said only while somebody may be spoken to; nothing is written.
    """
    waiting = uow.errands.read_zones(world)
    hours: dict[str, list[Hours]] = defaultdict(list)
    for zone, own in list_spoken_to(zones, works, world.at):
        hours[zone].append(own)
    # It is the own hour of somebody there who is asked something, whatever the usual hours are.
    asking = [zone for zone in zones if zone in waiting and waiting[zone].asking]
    spoken_to = {*hours, *asking}
    found = [
        gathering_in(world, zone, hours[zone])
        for zone in zones
        if zone in spoken_to and zone in waiting and waiting[zone].due
    ]
    return found, bool(spoken_to) and any(zone.late for zone in waiting.values())


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


def gathering_in(world: World, zone: str, hours: Sequence[Hours]) -> Gathering:
    """Name the people of a zone with these hours, on the day that it is there."""
    day = day_of(world.at, zone)
    return Gathering(world, zone, hours, day.isoformat(), day_ends(world.at, zone))
