"""Move a sample's own clock."""

from collections.abc import Sequence
from datetime import datetime

from bot.ports import UnitOfWork
from bot.ports.worlds import World


def move_sample(
    uow: UnitOfWork, to: datetime, at: datetime, language: str
) -> tuple[World, Sequence[str]]:
    """Move a sample's clock forward to an instant there; `at` is the one outside.

    Returns the sample's world as it is then, with the zones in which its people live. The clock
    never goes back.
    """
    uow.worlds.move_sample(to, at, language)
    world = World(True, to, language)
    return world, uow.worlds.list_zones(world)
