"""A student's own week: on which days the workplace is, and when the question of the day comes.

Ours. A time of the week is a wall clock's, in the student's zone, so daylight saving moves it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.days import instant, opening

LOOKED_AHEAD = 120
"""Days within which a workplace day is expected: longer than a summer."""

_WEEK = 7

USUAL_DAYS = frozenset(range(5))
USUAL_TIME = time(17)
"""The week of a student who has chosen nothing: Monday to Friday, at the end of the afternoon."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When the question of one workplace day is due, and until when it is of use; aware, UTC."""

    day: date
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Week:
    """The workplace days (0 is Monday), and the time at which the question comes, in a zone."""

    days: frozenset[int]
    at: time
    zone: str

    def __post_init__(self) -> None:
        """Refuse what is no day of a week, and a time that brings a zone of its own."""
        if not self.days <= set(range(_WEEK)):
            raise ValueError(f"days of a week are 0 to 6, not {sorted(self.days)}")
        if self.at.tzinfo:
            raise ValueError("the time is a wall clock's, without a zone")

    def slot(self, day: date) -> Slot | None:
        """Say when the question of a day is due, until that day ends; None on another day."""
        if day.weekday() not in self.days:
            return None
        tomorrow = day + timedelta(days=1)
        return Slot(day, instant(day, self.at, self.zone), opening(tomorrow, self.zone))

    def next_slot(self, after: datetime, works: Callable[[date], bool]) -> Slot | None:
        """Find the first slot that begins after an instant, on a day on which the student works.

        `works` leaves out holidays and absences. None where no workplace day follows for long.
        """
        today = after.astimezone(ZoneInfo(self.zone)).date()
        for ahead in range(LOOKED_AHEAD):
            slot = self.slot(today + timedelta(days=ahead))
            if slot and slot.begins > after and works(slot.day):
                return slot
        return None


def next_week(at: datetime, zone: str) -> datetime:
    """Say when the next week begins in a zone, in UTC: a goal set at this instant is for it."""
    today = at.astimezone(ZoneInfo(zone)).date()
    monday = today + timedelta(days=_WEEK - today.weekday())
    return opening(monday, zone)
