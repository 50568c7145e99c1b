"""What mentors are told could be practised: one errand on the week's first working day."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.days import day_of
from bot.domain.planning.mirror import A_WEEK, begins_week
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works, list_spoken_to
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World
from bot.use_cases.telling.school_days import school_days

LASTS = timedelta(days=5)
"""How long it waits where the day's message has gone out already: over a long weekend."""


def plan_mirrors(
    uow: UnitOfWork, world: World, works: Works, zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for each of these mentors whose working week begins today, in their hours."""
    rhythms = list_spoken_to(zones, works, world.at)
    if not rhythms:
        return []
    works_of = school_days(uow, works)
    return [
        NewErrand(
            organisation_id=mentor.organisation_id,
            person_id=mentor.person_id,
            kind=ErrandKind.MIRROR,
            subject=world.at.isoformat(timespec="minutes"),
            due_at=world.at,
            expires_at=world.at + LASTS,
        )
        for mentor in uow.mirrors.list_mentors_without(world, rhythms, world.at - A_WEEK, people)
        if begins_week(day_of(world.at, mentor.zone), works_of(mentor.organisation_id))
    ]
