"""Tell the working days of each school: those of the country, its own holidays left out."""

from collections.abc import Callable
from functools import cache

from bot.domain.telling.holidays import SchoolDays
from bot.domain.telling.hours import Works
from bot.ports import UnitOfWork


def school_days(uow: UnitOfWork, works: Works) -> Callable[[int], Works]:
    """Make what tells an organisation's working days; each is read once in this transaction."""

    @cache
    def of_organisation(organisation_id: int) -> Works:
        holidays = tuple(uow.holidays.list_of(organisation_id))
        return SchoolDays(works, holidays) if holidays else works

    return of_organisation
