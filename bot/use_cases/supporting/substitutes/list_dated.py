"""List when those who stand in do so no more, for the coach of their tracks."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.school.tracks import Person, Track
from bot.domain.supporting.substitutes import join_substitutes
from bot.ports import UnitOfWork


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List what ends up to a day, one line for what ends together."""
    running = uow.substitutes.list_running([own.id for own in tracks]) if tracks else ()
    found: list[Dated] = []
    for own in join_substitutes(running):
        last = day_of(own.first.last_second, person.time_zone)
        one_track = len(own.students) == 1
        if last <= until:
            found.append(
                Dated(
                    Matter.SUBSTITUTE,
                    last,
                    own.first.id,
                    track_id=own.first.track_id if one_track else None,
                    student=own.first.student if one_track else None,
                    place=own.first.workplace if one_track else None,
                )
            )
    return found
