"""Gather what is due into one message for each person who may be spoken to now."""

from collections.abc import Sequence

from bot.domain.days import day_ends, day_of
from bot.domain.telling.hours import Hours, Rhythm, Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import Gathering
from bot.ports.worlds import World


def gather_errands(uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]) -> int:
    """Write a message to everybody with something due, within the hours of each.

    Returns how many. What each says is composed right before it is sent: who is done by then gets
    nothing.
    """
    asking = uow.errands.list_zones_asking(world)
    found = (_gathering(world, zone, works, asking=zone in asking) for zone in zones)
    now = [gathering for gathering in found if gathering is not None]
    if now:
        uow.errands.close_expired(world)
    return sum(uow.errands.write_day_messages(gathering) for gathering in now)


def _gathering(world: World, zone: str, works: Works, *, asking: bool) -> Gathering | None:
    """Say who may be spoken to now in a zone; None where nobody may.

    `asking` says that it is the own hour of somebody there, whatever the usual hours are.
    """
    hours = [hours for hours in Hours if Rhythm(zone, hours, works).allows(world.at)]
    if not hours and not asking:
        return None
    day = day_of(world.at, zone)
    return Gathering(world, zone, hours, day.isoformat(), day_ends(world.at, zone))
