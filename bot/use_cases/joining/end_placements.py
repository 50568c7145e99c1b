"""End placements: who is around them no longer looks on, nobody is asked, and all scores stay."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.days import day_of
from bot.domain.school.endings import PlacementLife
from bot.ports import UnitOfWork
from bot.ports.joining.endings import ALL
from bot.ports.worlds import World


def end_placements(
    uow: UnitOfWork, placements: Collection[PlacementLife], at: datetime, by: int | None = None
) -> list[PlacementLife]:
    """End those placements that run, as `by` wishes in a chat, and note it in the log of acts.

    A track whose last one ends has ended. Returns them.
    """
    running = [life for life in placements if life.ended_at is None]
    if running:
        uow.endings.end([life.id for life in running], at)
    for life in running:
        noted = (life.organisation_id, RightsActKind.TRACK_ENDED, at, by, life.person_id)
        uow.rights_acts.note(*noted, track=life.track_id, placement=life.id)
    return running


def end_over(uow: UnitOfWork, world: World, zones: Sequence[str], at_most: int = ALL) -> int:
    """End the placements whose agreed last day is over wherever people live; counts them.

    That is all of them, or some in one transaction; 0 where none is left.
    """
    over = list_over(uow, world, zones, at_most)
    if over:
        uow.endings.end(over, world.at)
    return len(over)


def list_over(
    uow: UnitOfWork, world: World, zones: Sequence[str], at_most: int = ALL
) -> Sequence[int]:
    """List placements whose agreed last day is over wherever people live; nothing is written."""
    return uow.endings.list_over(world, first_day(world, zones), at_most)


def first_day(world: World, zones: Sequence[str]) -> date:
    """Say which day it is where it is earliest of where people live."""
    return min(day_of(world.at, zone) for zone in zones or ("UTC",))
