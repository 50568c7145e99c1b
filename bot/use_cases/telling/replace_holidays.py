"""Replace the holidays of a school."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.telling.holidays import SchoolHoliday
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Replaced:
    """What holds from now on, and which of it is new; `gone` held before."""

    holidays: tuple[SchoolHoliday, ...]
    new: tuple[SchoolHoliday, ...]
    gone: tuple[SchoolHoliday, ...]


def replace_holidays(
    uow: UnitOfWork,
    organisation_id: int,
    holidays: Sequence[SchoolHoliday],
    *,
    dry_run: bool = False,
) -> Replaced:
    """Put these holidays in the place of those of before; a dry run only says what would change."""
    before, after = uow.holidays.list_of(organisation_id), sorted(set(holidays))
    if not dry_run:
        uow.holidays.replace(organisation_id, after)
    return Replaced(
        tuple(after),
        tuple(holiday for holiday in after if holiday not in before),
        tuple(holiday for holiday in before if holiday not in after),
    )
