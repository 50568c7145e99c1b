"""The tip that mentors and teachers get unasked: one a week at most, in hours, in a slow week."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.coaching.tips import A_WEEK
from bot.domain.days import day_of
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.holidays import is_closed
from bot.domain.telling.hours import Works, list_spoken_to
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World
from bot.use_cases.coaching.give_tip import LATELY
from bot.use_cases.telling.school_days import school_days

LASTS = timedelta(days=5)
"""How long it waits where the day's message has gone out already: over a long weekend."""


def plan_tips(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for each of these mentors and teachers who may hear a tip now."""
    if not uow.repertoire.tips:
        return []
    rhythms = list_spoken_to(zones, works, world.at)
    if not rhythms:
        return []
    since, scored = world.at - A_WEEK, world.at - LATELY
    works_of = school_days(uow, works)
    return [
        NewErrand(
            organisation_id=guide.organisation_id,
            person_id=guide.person_id,
            kind=ErrandKind.TIP,
            subject=world.at.isoformat(timespec="minutes"),
            due_at=world.at,
            expires_at=world.at + LASTS,
        )
        for guide in uow.tips.list_guides_without(world, rhythms, since, scored, people)
        if not is_closed(works_of(guide.organisation_id), day_of(world.at, guide.zone))
    ]
