"""Let mentors go once the last day of a placement that stopped is over."""

from collections.abc import Sequence

from bot.ports import UnitOfWork
from bot.ports.supporting.stops import ALL
from bot.ports.worlds import World
from bot.use_cases.joining.end_placements import first_day


def leave_over(uow: UnitOfWork, world: World, zones: Sequence[str], at_most: int = ALL) -> int:
    """Let mentors go whose last day is over wherever people live; counts the placements."""
    over = list_leaving(uow, world, zones, at_most)
    if over:
        uow.stops.leave(over, world.at)
    return len(over)


def list_leaving(
    uow: UnitOfWork, world: World, zones: Sequence[str], at_most: int = ALL
) -> Sequence[int]:
    """List placements that stopped and whose last day is over; nothing is written."""
    return uow.stops.list_over(world, first_day(world, zones), at_most)
