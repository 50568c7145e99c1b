"""Plan the weekly overview of each coach: an errand a week, due from Monday on."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.periods import opening
from bot.ports import UnitOfWork
from bot.ports.errands import NewErrand
from bot.ports.periods import World

DIGEST = "digest"
"""The kind of errand by which a coach gets the overview of a week."""

BEGINS_WITHIN = timedelta(days=2)
"""On Monday, or on Tuesday after an outage; what comes up later waits for the next week."""

LASTS = timedelta(days=5)
"""How long it waits for a working day within the coach's hours."""


def plan_digests(uow: UnitOfWork, world: World, zones: Sequence[str]) -> int:
    """Give an errand to each coach who has none in this week yet; gives how many."""
    wanted = []
    for zone in zones:
        day = world.at.astimezone(ZoneInfo(zone)).date()
        monday = day - timedelta(days=day.weekday())
        due_at = opening(monday, zone)
        if world.at < due_at + BEGINS_WITHIN:
            wanted += [
                NewErrand(
                    organisation_id=organisation,
                    person_id=coach,
                    kind=DIGEST,
                    subject=monday.isoformat(),
                    due_at=due_at,
                    expires_at=due_at + LASTS,
                )
                for coach, organisation in uow.alerts.coaches_without(
                    world, zone, DIGEST, monday.isoformat()
                )
            ]
    return uow.errands.give(wanted)
