"""End placements: who is around them no longer looks on, nobody is asked, and all scores stay."""

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.school.endings import PlacementLife
from bot.ports import UnitOfWork
from bot.ports.worlds import World


def end_placements(
    uow: UnitOfWork, placements: Collection[PlacementLife], at: datetime
) -> list[PlacementLife]:
    """End those placements that run; a track whose last one ends has ended. Returns them."""
    running = [life for life in placements if life.ended_at is None]
    if running:
        uow.endings.end([life.id for life in running], at)
    return running


def end_over(uow: UnitOfWork, world: World, zones: Sequence[str]) -> int:
    """End the placements whose agreed last day is over wherever people live; counts them."""
    today = min(world.at.astimezone(ZoneInfo(zone)).date() for zone in zones or ("UTC",))
    over = uow.endings.list_over(today, sample=world.sample)
    if over:
        uow.endings.end(over, world.at)
    return len(over)
