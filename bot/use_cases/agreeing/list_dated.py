"""List what of the paperwork about placements has a date, for the desk of who coaches them."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.agreeing.agreements import list_dated as agreements
from bot.use_cases.agreeing.mentor_courses import list_dated as mentor_courses
from bot.use_cases.agreeing.recognitions import list_dated as recognitions

ROOMS = (agreements.list_dated, recognitions.list_dated, mentor_courses.list_dated)


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List what is late, or has a date up to a day; `tracks` are those that this person coaches."""
    return [dated for lists in ROOMS for dated in lists(uow, person, tracks, until, today)]
