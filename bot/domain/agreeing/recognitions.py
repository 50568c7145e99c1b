"""Until when a workplace is recognised for a programme, and when to think of a new recognition.

Source: document 004, chapter 2 §3 g: needed in compulsory education, given for five years. When it
is warned of is ours.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.agreeing.kinds import NEEDS_RECOGNITION, PAID_FROM, kind_for
from bot.domain.days import months_on
from bot.domain.school.frameworks import Setting

MONTHS_GIVEN = 5 * 12
"""For how long a recognition is given."""

MONTHS_WARNED = (6, 2)
"""How many months before its end it is warned of: time to ask for a new one, and to remind."""

FURTHEST = 6 * 12
"""Months from now until which a recognition can be said to last: later is a slip."""

LONGEST_AGO = 20 * 12
"""Months back from now at which a recognition can be said to be given: earlier is a slip."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """The recognition of a workplace for a programme: its last day, and the day it was given.

    `asked_on` is the day on which a first or a new one was asked for that is not there yet.
    """

    until: date | None = None
    given_on: date | None = None
    asked_on: date | None = None

    def lasting(self, until: date | None) -> "Recognition":
        """Say until which day it lasts: what was asked for is there, and when it was given is open.

        Where that is the day that was known nothing changes.
        """
        return self if until == self.until else Recognition(until)

    def has_ended(self, today: date) -> bool:
        """Say whether it has ended."""
        return self.until is not None and self.until < today

    def ends_soon(self, today: date) -> bool:
        """Say whether its end is near enough to be warned of, or over."""
        return self.until is not None and months_on(self.until, -MONTHS_WARNED[0]) <= today

    def next_day(self, today: date) -> date | None:
        """Say which day comes next: of a warning, or its end; its end also once that is over.

        Where a new one is asked for nobody is warned of the end any more. None without an end.
        """
        if self.until is None or self.asked_on is not None:
            return self.until
        warned = (months_on(self.until, -months) for months in MONTHS_WARNED)
        return next((day for day in warned if today <= day), self.until)


def last_day_of(given_on: date) -> date:
    """Say which is the last day of a recognition that was given on a day."""
    return months_on(given_on, MONTHS_GIVEN) - timedelta(days=1)


def needs_recognition(setting: Setting | None) -> bool | None:
    """Say whether a workplace has to be recognised, however many hours a week; None unknown."""
    if setting is None:
        return None
    return kind_for(setting, PAID_FROM) in NEEDS_RECOGNITION
