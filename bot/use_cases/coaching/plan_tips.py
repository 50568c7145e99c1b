"""Plan the tip for mentors and teachers: at most one a week, within the hours, in a slow week."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.domain.coaching.tips import A_WEEK
from bot.domain.days import day_of
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.holidays import is_closed
from bot.domain.telling.hours import Hours, Rhythm, Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import World
from bot.use_cases.coaching.give_tip import LATELY
from bot.use_cases.telling.school_days import school_days

LASTS = timedelta(days=5)
"""How long it waits where the day's message has gone out already: over a long weekend."""


def plan_tips(uow: UnitOfWork, world: World, works: Works, zones: Sequence[str]) -> int:
    """Plan an errand for each of them who may hear a tip now, and count them."""
    if not uow.repertoire.tips:
        return 0
    return uow.errands.give([errand for zone in zones for errand in _now(uow, world, works, zone)])


def _now(uow: UnitOfWork, world: World, works: Works, zone: str) -> Iterator[NewErrand]:
    hours = [hours for hours in Hours if Rhythm(zone, hours, works).allows(world.at)]
    if not hours:
        return
    since, scored = world.at - A_WEEK, world.at - LATELY
    works_of, day = school_days(uow, works), day_of(world.at, zone)
    for guide, organisation in uow.tips.list_guides_without(world, zone, hours, since, scored):
        if is_closed(works_of(organisation), day):
            continue
        yield NewErrand(
            organisation_id=organisation,
            person_id=guide,
            kind=ErrandKind.TIP,
            subject=world.at.isoformat(timespec="minutes"),
            due_at=world.at,
            expires_at=world.at + LASTS,
        )
