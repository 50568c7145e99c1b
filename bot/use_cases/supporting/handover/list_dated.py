"""List the handovers that somebody's desk shows: those to come, and those nobody looked at yet."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.accompanying import SEES_HANDOVERS
from bot.domain.school.tracks import Person, Track
from bot.domain.supporting.handovers import Handover
from bot.ports import UnitOfWork

LOOK_WITHIN = timedelta(days=7)
"""How long a new coach has to look at what came along, before it is late."""


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List the handovers of tracks, or to this person, with a day up to `until` or late.

    One that was carried out stands there until the new coach has looked at it, and is late where
    that took longer than a week.
    """
    seen = [track.id for track in tracks if track.roles & SEES_HANDOVERS]
    planned = uow.handovers.list_planned(seen) if seen else ()
    found = {own.id: own for own in (*planned, *uow.handovers.list_coming_to(person.id))}
    days = [(own, _day(own, person)) for own in found.values()]
    return [
        Dated(Matter.HANDOVER, day, own.id, own.wish.track_id, own.student)
        for own, day in days
        if day <= until
    ]


def _day(own: Handover, person: Person) -> date:
    if own.done_at is not None:
        return day_of(own.done_at, person.time_zone) + LOOK_WITHIN
    return own.wish.due_on or day_of(own.made_at, person.time_zone)
