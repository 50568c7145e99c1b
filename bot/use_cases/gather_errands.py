"""Gather what is due into one message for each person who may be spoken to now."""

from datetime import timedelta

from bot.domain.hours import HOURS, Rhythm, Works
from bot.domain.periods import opening
from bot.ports import UnitOfWork
from bot.ports.errands import Gathering
from bot.ports.periods import World


def gather_errands(uow: UnitOfWork, world: World, works: Works) -> int:
    """Write a message to everybody with something due, within the hours of each; gives how many.

    What it says is composed right before it is sent: who is done by then gets nothing.
    """
    uow.errands.drop_expired(world)
    return sum(_gather(uow, world, zone, works) for zone in uow.periods.zones(world))


def _gather(uow: UnitOfWork, world: World, zone: str, works: Works) -> int:
    hours = [name for name in HOURS if Rhythm(zone, name, works).allows(world.at)]
    if not hours:
        return 0
    day = Rhythm(zone, hours[0], works).day_of(world.at)
    tomorrow = opening(day + timedelta(days=1), zone)
    return uow.errands.gather(Gathering(world, zone, hours, day.isoformat(), tomorrow))
