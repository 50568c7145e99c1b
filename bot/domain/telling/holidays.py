"""The holidays of a school, in which nothing comes unasked that belongs to a school day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.telling.hours import Works

LONGEST = 100
"""Days of one holiday, or of several that touch: longer than a summer, and no whole year."""


@dataclass(frozen=True, slots=True, order=True)
class SchoolHoliday:
    """The days of a holiday, the first and the last one included, and what it is called."""

    first: date
    last: date
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse one that ends before it begins."""
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """Count its days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """The working days of one school: those of its country without the school's own holidays."""

    country: Works
    holidays: tuple[SchoolHoliday, ...]

    def __call__(self, day: date) -> bool:
        """Say whether a day is a working day there."""
        return self.country(day) and not is_closed(self, day)


def is_closed(works: Works, day: date) -> bool:
    """Say whether a school whose working days these are has holidays on a day, be it a Saturday."""
    return isinstance(works, SchoolDays) and any(holiday.holds(day) for holiday in works.holidays)


def find_too_long(holidays: Iterable[SchoolHoliday]) -> SchoolHoliday | None:
    """Find where holidays that touch make a stretch that is no holiday any more, if they do."""
    run: SchoolHoliday | None = None
    for holiday in sorted(holidays):
        if run is not None and holiday.first <= run.last + timedelta(days=1):
            run = SchoolHoliday(run.first, max(run.last, holiday.last), run.name)
        else:
            run = holiday
        if run.days > LONGEST:
            return run
    return None
