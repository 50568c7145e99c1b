"""Gather what is due into one message for each person who may be spoken to now."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.days import opening
from bot.domain.telling.hours import Hours, Rhythm, Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import Gathering
from bot.ports.worlds import World


def gather_errands(uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]) -> int:
    """Write a message to everybody with something due, within the hours of each; gives how many.

    What it says is composed right before it is sent: who is done by then gets nothing.
    """
    asking = uow.errands.list_zones_asking(world)
    found = (_gathering(world, zone, works, asking=zone in asking) for zone in zones)
    now = [one for one in found if one is not None]
    if now:
        uow.errands.close_expired(world)
    return sum(uow.errands.write_day_messages(one) for one in now)


def _gathering(world: World, zone: str, works: Works, *, asking: bool) -> Gathering | None:
    """Say who may be spoken to now in a zone; None where nobody may.

    `asking` says that it is the own hour of somebody there, whatever the usual hours are.
    """
    hours = [hours for hours in Hours if Rhythm(zone, hours, works).allows(world.at)]
    if not hours and not asking:
        return None
    day = Rhythm(zone, Hours.DAY, works).day_of(world.at)
    tomorrow = opening(day + timedelta(days=1), zone)
    return Gathering(world, zone, hours, day.isoformat(), tomorrow)
