"""When somebody may be spoken to unasked: the person's hours, on working days, in their own zone.

The hours are ours; they are daylight-saving honest, since each is a wall clock's time of one day.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import count, islice
from zoneinfo import ZoneInfo

from bot.domain.days import day_of

Works = Callable[[date], bool]
"""Whether a day is a working day where the school is."""


class Hours(StrEnum):
    """When somebody may be spoken to unasked, on a working day."""

    DAY = "day"
    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"


STRETCHES: dict[Hours, tuple[tuple[time, time], ...]] = {
    Hours.DAY: ((time(12), time(13, 30)), (time(16, 30), time(20))),
    Hours.MORNING: ((time(7), time(9)),),
    Hours.NOON: ((time(12), time(13, 30)),),
    Hours.EVENING: ((time(16, 30), time(20)),),
}
"""The stretches of a working day, from and until."""

LOOKED_AHEAD = 120
"""Days within which a working day is expected: longer than any holidays."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which somebody may be spoken to, as aware UTC instants."""

    begins: datetime
    ends: datetime

    def holds(self, at: datetime) -> bool:
        """Say whether an instant lies in it; its end no longer does."""
        return self.begins <= at < self.ends


@lru_cache(maxsize=1000)
def _stretches(zone: str, hours: Hours, day: date) -> tuple[Stretch, ...]:
    clocks = ZoneInfo(zone)
    return tuple(
        Stretch(*(datetime.combine(day, clock, clocks).astimezone(UTC) for clock in stretch))
        for stretch in STRETCHES[hours]
    )


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Somebody's zone and hours, by the working days of the school."""

    zone: str
    hours: Hours
    works: Works

    def day_of(self, at: datetime) -> date:
        """Say which day it is there at an instant."""
        return day_of(at, self.zone)

    def stretches(self, day: date) -> tuple[Stretch, ...]:
        """List the allowed stretches of a day; none where it is no working day."""
        if not self.works(day):
            return ()
        return _stretches(self.zone, self.hours, day)

    def allows(self, at: datetime) -> bool:
        """Say whether this person may be spoken to unasked at an instant."""
        return any(stretch.holds(at) for stretch in self.stretches(self.day_of(at)))

    def next_allowed(self, at: datetime) -> datetime:
        """Find the first allowed instant from `at` on: `at` itself within the hours.

        Raises ValueError where no working day follows within two months.
        """
        for stretch in self._from(self.day_of(at)):
            if at < stretch.ends:
                return max(at, stretch.begins)
        raise ValueError("no working day follows")

    def first_of(self, day: date) -> datetime:
        """Find the first allowed instant of a day, or of the working day before it.

        Raises ValueError where none came within two months.
        """
        working = self.working_day(day)
        return self.stretches(working)[0].begins

    def working_day(self, day: date) -> date:
        """Find that day, or the last working day before it. Raises ValueError as above."""
        for back in range(LOOKED_AHEAD):
            if self.works(day - timedelta(days=back)):
                return day - timedelta(days=back)
        raise ValueError("no working day came before")

    def last_before(self, at: datetime) -> datetime:
        """Say when the last stretch that ends before an instant begins. Raises ValueError."""
        for back in range(LOOKED_AHEAD):
            for stretch in reversed(self.stretches(self.day_of(at) - timedelta(days=back))):
                if stretch.ends <= at:
                    return stretch.begins
        raise ValueError("no working day came before")

    def next_beginning(self, after: datetime) -> datetime:
        """Say when a stretch begins next, after an instant. Raises ValueError as above."""
        for stretch in self._from(self.day_of(after)):
            if stretch.begins > after:
                return stretch.begins
        raise ValueError("no working day follows")

    def _from(self, day: date) -> Iterator[Stretch]:
        for ahead in islice(count(), LOOKED_AHEAD):
            yield from self.stretches(day + timedelta(days=ahead))


def list_spoken_to(zones: Collection[str], works: Works, at: datetime) -> list[tuple[str, Hours]]:
    """List the zones, each with the hours, in which people may be spoken to at an instant."""
    return [
        (zone, hours) for zone in zones for hours in Hours if Rhythm(zone, hours, works).allows(at)
    ]
