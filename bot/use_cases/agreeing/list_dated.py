"""List what of the paperwork about placements has a date, for the desk of who coaches them."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.agreeing.agreements.list_dated_agreements import list_dated_agreements


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List what is late, or has a date up to a day; `tracks` are those that this person coaches."""
    return [*list_dated_agreements(uow, person, tracks, until, today)]
