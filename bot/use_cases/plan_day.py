"""Plan what people are told unasked on a day, and gather it into one message for each."""

from collections.abc import Sequence

from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.worlds import World
from bot.use_cases.coaching.plan_tips import plan_tips
from bot.use_cases.divergence.plan_digests import plan_digests
from bot.use_cases.periods.plan_tellings import plan_tellings
from bot.use_cases.planning.plan_lessons import plan_lessons
from bot.use_cases.reflecting.plan_prompts import plan_prompts
from bot.use_cases.telling.gather_errands import gather_errands


def plan_day(uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]) -> None:
    """Plan everything whose day has come, and write messages to those who may be spoken to now.

    Nobody else plans for this world meanwhile. Tips come after all that a person would rather hear
    first: with most profiles one is planned only where nothing else is.
    """
    uow.worlds.hold(world)
    plan_tellings(uow, world, works, zones)
    plan_lessons(uow, world, works)
    plan_digests(uow, world, zones)
    plan_prompts(uow, world, works, zones)
    plan_tips(uow, world, works, zones)
    gather_errands(uow, world, works, zones)
