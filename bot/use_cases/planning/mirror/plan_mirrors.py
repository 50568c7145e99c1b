"""What mentors are told could be practised: one errand on the week's first working day."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.domain.days import day_of
from bot.domain.planning.mirror import A_WEEK, begins_week
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Hours, Rhythm, Works
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
    return [errand for zone in zones for errand in _now(uow, world, works, zone, people)]


def _now(
    uow: UnitOfWork, world: World, works: Works, zone: str, people: People
) -> Iterator[NewErrand]:
    hours = [hours for hours in Hours if Rhythm(zone, hours, works).allows(world.at)]
    if not hours:
        return
    works_of, day = school_days(uow, works), day_of(world.at, zone)
    for mentor, organisation in uow.mirrors.list_mentors_without(
        world, zone, hours, world.at - A_WEEK, people
    ):
        if not begins_week(day, works_of(organisation)):
            continue
        yield NewErrand(
            organisation_id=organisation,
            person_id=mentor,
            kind=ErrandKind.MIRROR,
            subject=world.at.isoformat(timespec="minutes"),
            due_at=world.at,
            expires_at=world.at + LASTS,
        )
