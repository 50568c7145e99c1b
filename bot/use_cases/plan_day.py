"""Plan what people are told unasked on a day, for a part of them at a time."""

from collections.abc import Callable, Collection, Sequence

from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.topics import Topic
from bot.ports.worlds import People, World
from bot.use_cases.asking.plan_asking import plan_asking
from bot.use_cases.coaching.plan_tips import plan_tips
from bot.use_cases.divergence.plan_digests import plan_digests
from bot.use_cases.evaluating.deciding.plan_untold import plan_untold
from bot.use_cases.intervening.plan_follow_ups import plan_follow_ups
from bot.use_cases.planning.campus.plan_questions import plan_questions
from bot.use_cases.planning.gaps.plan_gaps import plan_gaps
from bot.use_cases.planning.lessons.plan_lessons import plan_lessons
from bot.use_cases.planning.mirror.plan_mirrors import plan_mirrors
from bot.use_cases.reflecting.prompting.plan_prompts import plan_prompts
from bot.use_cases.rights.noticing.plan_notices import plan_notices

Planner = Callable[[UnitOfWork, World, Works, Sequence[str], People], list[NewErrand]]

PLANNERS: dict[Planner, Topic | None] = {
    plan_lessons: Topic.LESSONS,
    plan_questions: Topic.QUESTIONS,
    plan_gaps: Topic.GAPS,
    plan_untold: Topic.UNTOLD,
    plan_digests: None,
    plan_prompts: None,
    plan_mirrors: None,
    plan_follow_ups: Topic.FOLLOW_UPS,
    plan_asking: Topic.ASKED,
    plan_notices: Topic.NOTICES,
    plan_tips: None,
}
"""Tips come after all that a person would rather hear first: with most profiles one is planned only
where nothing else is. What periods tell is planned before all of it. A planner with a topic has
nothing to plan where that does not stir; the others look for themselves, by day and hour."""


def list_to_plan(
    uow: UnitOfWork,
    world: World,
    works: Works,
    zones: Sequence[str],
    people: People,
    topics: Collection[Topic],
) -> list[int]:
    """List those of these people for whom something may be to plan, in order; nothing is written.

    `topics` are those that stir; the planners of others are not asked.
    Whoever plans for them looks again, at a few of them, while nothing changes meanwhile.
    """
    asked = [plan for plan, topic in PLANNERS.items() if topic is None or topic in topics]
    found = (errand for plan in asked for errand in plan(uow, world, works, zones, people))
    return sorted({errand.person_id for errand in found})


def plan_day(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str], people: People
) -> int:
    """Plan for these people everything whose day has come; gives how many errands were new.

    Nobody else plans for this world meanwhile.
    """
    uow.worlds.hold(world)
    return sum(uow.errands.give(plan(uow, world, works, zones, people)) for plan in PLANNERS)
