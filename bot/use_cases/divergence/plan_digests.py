"""The weekly overview of each coach: an errand a week, due from Monday on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.domain.days import day_of, opening
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
    return [errand for _zone, errand in _of_weeks(uow, world, zones, timedelta(0), people)]


def digests_ahead(
    uow: UnitOfWork, world: World, zones: Sequence[str]
) -> Iterator[tuple[str, NewErrand]]:
    """List the errands of this week and the next that are not given yet, each with its zone."""
    for ahead in (timedelta(0), timedelta(weeks=1)):
        yield from _of_weeks(uow, world, zones, ahead, EVERYBODY)


def _of_weeks(
    uow: UnitOfWork, world: World, zones: Sequence[str], ahead: timedelta, people: People
) -> Iterator[tuple[str, NewErrand]]:
    mondays: dict[date, list[str]] = defaultdict(list)
    for zone in zones:
        day = day_of(world.at, zone)
        monday = day - timedelta(days=day.weekday()) + ahead
        if world.at < opening(monday, zone) + BEGINS_WITHIN:
            mondays[monday].append(zone)
    for monday, own in mondays.items():
        yield from _of_week(uow, world, (monday, own), people)


def _of_week(
    uow: UnitOfWork, world: World, week: tuple[date, list[str]], people: People
) -> Iterator[tuple[str, NewErrand]]:
    monday, zones = week
    subject = monday.isoformat()
    for coach in uow.alerts.list_coaches_without(world, zones, ErrandKind.DIGEST, subject, people):
        due_at = opening(monday, coach.zone)
        yield (
            coach.zone,
            NewErrand(
                organisation_id=coach.organisation_id,
                person_id=coach.person_id,
                kind=ErrandKind.DIGEST,
                subject=subject,
                due_at=due_at,
                expires_at=due_at + LASTS,
            ),
        )
