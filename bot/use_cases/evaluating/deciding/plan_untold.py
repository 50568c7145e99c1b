"""Plan to ask coaches whether somebody told a student of a decision, where nobody noted it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.days import day_of
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import People, World
from bot.use_cases.telling.school_days import school_days

WORKING_DAYS = 3
"""Working days after which it is asked, once."""

LASTS = timedelta(weeks=2)
"""How long the question is of use."""

STALE = timedelta(weeks=12)
"""After so long nobody is asked any more: over a summer it still is."""


def plan_untold(
    uow: UnitOfWork, world: World, works: Works, _zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for each coach of a decision that is not noted as told by now."""
    works_of = school_days(uow, works)
    since, before = noted_between(world.at)
    return [
        NewErrand(
            organisation_id=own.organisation_id,
            person_id=own.coach_id,
            kind=ErrandKind.UNTOLD,
            subject=str(own.decision_id),
            due_at=world.at,
            expires_at=world.at + LASTS,
            about_id=own.track_id,
        )
        for own in uow.decisions.list_untold(world, people, since, before)
        if _count_working(own.made_at, world.at, own.zone, works_of(own.organisation_id))
        >= WORKING_DAYS
    ]


def noted_between(at: datetime) -> tuple[datetime, datetime]:
    """Say between which instants a decision was made of which it may be asked at an instant."""
    return at - STALE, at - timedelta(days=WORKING_DAYS)


def _count_working(since: datetime, until: datetime, zone: str, works: Works) -> int:
    """Count the working days after the day of one instant, up to that of another."""
    first, last = day_of(since, zone), day_of(until, zone)
    days = (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
    return sum(map(works, days))
