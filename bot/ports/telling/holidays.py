"""The holidays of schools, as they are stored."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.telling.holidays import SchoolHoliday


class Holidays(Protocol):
    """School holidays, in one transaction."""

    def list_of(self, organisation_id: int) -> Sequence[SchoolHoliday]:
        """List a school's holidays, the earliest first."""

    def replace(self, organisation_id: int, holidays: Sequence[SchoolHoliday]) -> None:
        """Put these in the place of all that are stored of a school."""
