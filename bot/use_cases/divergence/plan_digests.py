"""The weekly overview of each coach: an errand a week, due from Monday on."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.domain.days import opening
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.worlds import EVERYBODY, People, World

BEGINS_WITHIN = timedelta(days=2)
"""On Monday, or on Tuesday after an outage; what comes up later waits for the next week."""

LASTS = timedelta(days=5)
"""How long it waits for a working day within the coach's hours."""


def plan_digests(
    uow: UnitOfWork, world: World, _works: Works, zones: Sequence[str], people: People
) -> list[NewErrand]:
    """List an errand for each coach who is to be told of the week, and is not yet."""
    return [
        errand
        for zone in zones
        for errand in _of_week(uow, world, zone, _monday(world, zone), people)
    ]


def digests_ahead(
    uow: UnitOfWork, world: World, zones: Sequence[str]
) -> Iterator[tuple[str, NewErrand]]:
    """List the errands of this week and the next that are not given yet, each with its zone."""
    for zone in zones:
        for monday in (_monday(world, zone), _monday(world, zone) + timedelta(weeks=1)):
            for errand in _of_week(uow, world, zone, monday):
                yield zone, errand


def _monday(world: World, zone: str) -> date:
    day = world.at.astimezone(ZoneInfo(zone)).date()
    return day - timedelta(days=day.weekday())


def _of_week(
    uow: UnitOfWork, world: World, zone: str, monday: date, people: People = EVERYBODY
) -> list[NewErrand]:
    due_at = opening(monday, zone)
    if world.at >= due_at + BEGINS_WITHIN:
        return []
    subject = monday.isoformat()
    return [
        NewErrand(
            organisation_id=organisation,
            person_id=coach,
            kind=ErrandKind.DIGEST,
            subject=subject,
            due_at=due_at,
            expires_at=due_at + LASTS,
        )
        for coach, organisation in uow.alerts.list_coaches_without(
            world, zone, ErrandKind.DIGEST, subject, people
        )
    ]
