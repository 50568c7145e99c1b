"""Gather what is due into one message for each person who may be spoken to now."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.hours import HOURS, Rhythm, Works
from bot.domain.periods import opening
from bot.ports import UnitOfWork
from bot.ports.errands import Gathering
from bot.ports.periods import World


def gather_errands(uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]) -> int:
    """Write a message to everybody with something due, within the hours of each; gives how many.

    What it says is composed right before it is sent: who is done by then gets nothing.
    """
    now = [one for zone in zones if (one := _gathering(world, zone, works)) is not None]
    if now:
        uow.errands.drop_expired(world)
    return sum(uow.errands.gather(one) for one in now)


def _gathering(world: World, zone: str, works: Works) -> Gathering | None:
    """Say who may be spoken to now in a zone; None where nobody may."""
    hours = [name for name in HOURS if Rhythm(zone, name, works).allows(world.at)]
    if not hours:
        return None
    day = Rhythm(zone, hours[0], works).day_of(world.at)
    tomorrow = opening(day + timedelta(days=1), zone)
    return Gathering(world, zone, hours, day.isoformat(), tomorrow)
