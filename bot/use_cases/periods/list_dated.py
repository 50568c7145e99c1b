"""List the photos that are to come in the programmes of a coach's students."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List the photos from today until a day; one that is over is no task of the coach's."""
    found = []
    for programme_id in dict.fromkeys(track.programme_id for track in tracks):
        for period in uow.periods.list_of(programme_id):
            day = day_of(period.photo_at, person.time_zone) if period.photo_at else None
            if day and period.standing and today <= day <= until:
                found.append(
                    Dated(Matter.PHOTO, day, period.id, words=period.name, moment=period.photo_at)
                )
    return found
