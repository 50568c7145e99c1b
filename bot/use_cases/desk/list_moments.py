"""List what somebody has planned for a moment, whatever topic it is of."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated
from bot.domain.meetings import FURTHEST
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.desk.list_desk import coached_by
from bot.use_cases.desk.sources import SOURCES


def list_moments(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], today: date
) -> list[Dated]:
    """List their appointments within a year, with their moments: visits, talks, steps, interviews.

    `tracks` are theirs, and `today` is their day.
    """
    coached, until = coached_by(tracks), today + FURTHEST
    return [
        own
        for lists in dict.fromkeys(SOURCES.values())
        for own in lists(uow, person, coached, until, today)
        if own.moment is not None
    ]
