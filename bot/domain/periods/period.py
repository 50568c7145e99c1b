"""Evaluation periods: when one opens, and when its photo is taken.

Source: document 004, chapter 3 §6 f (film and photo). That a period may stand without a deadline,
the three that are proposed, and the limits are ours.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count

from bot.domain.days import day_of, instant, opening

SHORTEST = timedelta(days=1)
LONGEST = timedelta(days=400)
"""How long a period may be: longer is a mistyped year."""

MOST_NAME = 40


@dataclass(frozen=True, slots=True)
class Dates:
    """When a period opens, its photo is taken, and the choice is open; aware instants."""

    opens_at: datetime
    photo_at: datetime | None = None
    choose_from: datetime | None = None
    choose_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A block of time of a programme; without a photo instant it has no deadline.

    `opens_at` and `photo_at` are aware; `choose_from` and `choose_until` bound the choice of what
    is evaluated, where the programme lets students choose. `moves` counts how often it got other
    dates after it had opened, so that each move is told once; `changed_at` is when it last did, or
    was cancelled. After the photo of the `last` one the class council decides.
    """

    id: int
    organisation_id: int
    programme_id: int
    name: str
    opens_at: datetime
    photo_at: datetime | None
    choose_from: datetime | None = None
    choose_until: datetime | None = None
    moves: int = 0
    changed_at: datetime | None = None
    cancelled: bool = False
    last: bool = False

    @property
    def dates(self) -> Dates:
        """When it opens, its photo is taken, and the choice is open."""
        return Dates(self.opens_at, self.photo_at, self.choose_from, self.choose_until)

    @property
    def standing(self) -> bool:
        """Say whether it was not cancelled."""
        return not self.cancelled

    def on(self, dates: Dates) -> "Period":
        """Make the same period on other dates."""
        return replace(
            self,
            opens_at=dates.opens_at,
            photo_at=dates.photo_at,
            choose_from=dates.choose_from,
            choose_until=dates.choose_until,
        )

    def is_open(self, at: datetime) -> bool:
        """Say whether an instant lies between its opening and its photo."""
        return self.standing and self.opens_at <= at and (not self.photo_at or at <= self.photo_at)

    def is_choosing(self, at: datetime) -> bool:
        """Say whether students may choose at an instant what the period evaluates."""
        begins, ends = self.choose_from, self.choose_until
        return begins is not None and ends is not None and begins <= at < ends


class PeriodRule(StrEnum):
    """What a period must keep to."""

    NAMED = "named"
    NAME_ONCE = "name_once"
    OPENS_FIRST = "opens_first"
    SHORT_ENOUGH = "short_enough"
    NO_OVERLAP = "no_overlap"
    CHOICE_INSIDE = "choice_inside"


def broken_rule(period: Period, others: Iterable[Period]) -> tuple[PeriodRule, str] | None:
    """Find the first rule that a period breaks, and the name of the period it meets, if any."""
    standing = [other for other in others if other.standing and other.id != period.id]
    if not 0 < len(period.name) <= MOST_NAME:
        return PeriodRule.NAMED, ""
    if any(other.name.casefold() == period.name.casefold() for other in standing):
        return PeriodRule.NAME_ONCE, period.name
    if period.photo_at is not None:
        lasts = period.photo_at - period.opens_at
        if lasts < SHORTEST:
            return PeriodRule.OPENS_FIRST, ""
        if lasts > LONGEST:
            return PeriodRule.SHORT_ENOUGH, ""
    met = next((other for other in standing if _overlap(period, other)), None)
    if met is not None:
        return PeriodRule.NO_OVERLAP, met.name
    return (PeriodRule.CHOICE_INSIDE, "") if not _choice_inside(period) else None


def _overlap(period: Period, other: Period) -> bool:
    first, second = sorted((period, other), key=lambda either: either.opens_at)
    return first.photo_at is None or second.opens_at < first.photo_at


def _choice_inside(period: Period) -> bool:
    begins, ends = period.choose_from, period.choose_until
    if begins is None or ends is None:
        return begins is ends
    return begins < ends and (period.photo_at is None or ends <= period.photo_at)


def current(periods: Sequence[Period], at: datetime) -> Period | None:
    """Find the period that is open at an instant: the one that opened last."""
    opened = [period for period in periods if period.is_open(at)]
    return max(opened, key=lambda period: period.opens_at, default=None)


def fresh_from(periods: Sequence[Period], at: datetime) -> datetime | None:
    """Say from when on what was said is no older than a period, while one is open (ours).

    It is when the period before opened, or as long before this one opened as this one lasts.
    """
    now = current(periods, at)
    if now is None:
        return None
    before = [
        period.opens_at for period in periods if period.standing and period.opens_at < now.opens_at
    ]
    return max(before, default=now.opens_at - ((now.photo_at or at) - now.opens_at))


_PROPOSED = (((9, 1), (12, 18)), ((1, 7), (3, 26)), ((4, 1), (6, 18)))
"""Three periods of a school year, as (month, day) of opening and photo."""

PROPOSED_HOUR = time(16)
FRIDAY = 4


def school_year(day: date) -> int:
    """Say in which year the school year of a day begins: from July on it is the coming one."""
    return day.year if day.month >= 7 else day.year - 1


def is_of_another_year(dates: Dates, at: datetime, zone: str) -> bool:
    """Say whether a period lies, in part, in another school year than an instant: a slip, often."""
    named = (dates.opens_at, dates.photo_at or dates.opens_at)
    return any(school_year(day_of(when, zone)) != school_year(day_of(at, zone)) for when in named)


def propose_periods(today: date, zone: str) -> list[tuple[datetime, datetime]]:
    """Propose three periods for the school year of a day: each its opening and its photo.

    From July on it is the coming school year. A photo in a weekend is taken on the Friday before.
    """
    year = school_year(today)
    found = []
    for begins, ends in _PROPOSED:
        opens, photo = (
            date(year if month >= 7 else year + 1, month, day) for month, day in (begins, ends)
        )
        photo -= timedelta(days=max(photo.weekday() - FRIDAY, 0))
        found.append((opening(opens, zone), instant(photo, PROPOSED_HOUR, zone)))
    return found


def is_usually_last(opens_at: datetime, zone: str) -> bool:
    """Say whether a period opens as the third of the usual ones: its photo is the last (ours)."""
    opens_on = day_of(opens_at, zone)
    return (opens_on.month, opens_on.day) == _PROPOSED[-1][0]


def propose_next(known: Sequence[Period], at: datetime, zone: str) -> Dates | None:
    """Propose when the period after the last is: the next of the usual ones that is not over.

    None where there is no last, or it never ends.
    """
    ends = [period.photo_at for period in known if period.standing]
    last = max((end for end in ends if end is not None), default=None)
    return None if last is None or None in ends else Dates(*propose_after(last, at, zone))


def propose_after(last: datetime, at: datetime, zone: str) -> tuple[datetime, datetime]:
    """Propose the period after a photo: the next of the usual ones that is not over at `at`."""
    years = count(day_of(last, zone).year)
    usual = (dates for year in years for dates in propose_periods(date(year, 1, 1), zone))
    return next((opens, photo) for opens, photo in usual if opens >= last and photo > at)
