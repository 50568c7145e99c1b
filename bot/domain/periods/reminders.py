"""What a period tells unasked: to whom, when, and until when it is of use.

The default plan is ours; a programme may have its own. What falls on a day off comes on the working
day before, never later than was promised.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.domain.days import day_ends
from bot.domain.periods.period import Period
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.hours import Rhythm
from bot.domain.telling.profiles import Profile


class Audience(StrEnum):
    """To whom something is told: all around the tracks, who has something open, some roles.

    Those warned and the council are also who was around a track that has just ended.
    """

    EVERYBODY = "everybody"
    STUDENTS = "students"
    TEACHERS = "teachers"
    OPEN = "open"
    COACHES = "coaches"
    WARNED = "warned"
    COUNCIL = "council"


AUDIENCE = {
    ErrandKind.CANCELLED: Audience.EVERYBODY,
    ErrandKind.MOVED: Audience.EVERYBODY,
    ErrandKind.OPENED: Audience.EVERYBODY,
    ErrandKind.CHOOSE: Audience.STUDENTS,
    ErrandKind.EVALUATIONS: Audience.TEACHERS,
    ErrandKind.TAKEN: Audience.EVERYBODY,
    ErrandKind.SHORTFALL: Audience.WARNED,
    ErrandKind.NOMINATED: Audience.COUNCIL,
    ErrandKind.REMINDER: Audience.OPEN,
    ErrandKind.REHEARSAL: Audience.EVERYBODY,
    ErrandKind.MISSING: Audience.COACHES,
}

SPARING = frozenset(
    {
        ErrandKind.CANCELLED,
        ErrandKind.MOVED,
        ErrandKind.MISSING,
        ErrandKind.EVALUATIONS,
        ErrandKind.SHORTFALL,
        ErrandKind.NOMINATED,
    }
)
"""What even the light profile gets, beside its one reminder."""

NEWS_LASTS = timedelta(days=7)
"""How long something that happened is still news."""

NEWS_LEFT = timedelta(days=2)
"""How long it is told once it can be, after a holiday in which nothing could."""

CHOICE_ENDS = 2
"""Days before the choice ends on which students hear of it."""

MARGIN = timedelta(hours=1)
"""What the last reminder leaves before the photo, at least."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A programme's reminders, in days before the photo; None leaves a kind out.

    Day 0 is the morning of the photo itself.
    """

    days: tuple[int, ...] = (14, 7, 2, 0)
    rehearsal: int | None = 7
    missing: int | None = 2

    def __post_init__(self) -> None:
        """Order the days, the earliest first."""
        object.__setattr__(self, "days", tuple(sorted(set(self.days), reverse=True)))


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to tell of a period: from when, and until when it is of use.

    `key` names it among all of the period's: another photo day makes another one of it. `last`
    says that no reminder follows.
    """

    kind: ErrandKind
    key: str
    due_at: datetime
    until: datetime
    last: bool = False

    def is_for(self, profile: Profile) -> bool:
        """Say whether somebody with this profile gets it."""
        return profile != Profile.LIGHT or self.kind in SPARING or self.last


@lru_cache(maxsize=4096)
def list_dues(
    period: Period,
    plan: Plan,
    rhythm: Rhythm,
    taken_at: datetime | None = None,
    *,
    ruled: bool = False,
) -> tuple[Due, ...]:
    """List what a period tells somebody of this rhythm; `taken_at` is when its photo was taken.

    Where the programme has a rule for the result at the workplace (`ruled`), a photo warns of a
    shortfall; the last one names those who are nominated, to those who decide, and nobody else.
    """
    if period.cancelled:
        return tuple(_news(ErrandKind.CANCELLED, period, rhythm))
    found = [*_opened(period, plan, rhythm), *_news(ErrandKind.MOVED, period, rhythm)]
    found += _choice(period, rhythm)
    if period.photo_at is not None:
        found += _before_photo(period, period.photo_at, plan, rhythm)
    if taken_at is not None:
        due_at = rhythm.next_allowed(taken_at)
        # Who had the message of that day already hears it on the next day on which they may.
        next_day = rhythm.next_allowed(day_ends(due_at, rhythm.zone))
        stale_at = _stale_at(taken_at, next_day)
        found.append(Due(ErrandKind.TAKEN, "taken", due_at, stale_at))
        if ruled:
            kind = ErrandKind.NOMINATED if period.last else ErrandKind.SHORTFALL
            found.append(Due(kind, kind.value, due_at, stale_at))
    return tuple(due for due in found if due.due_at < due.until)


def _news(kind: ErrandKind, period: Period, rhythm: Rhythm) -> Iterator[Due]:
    """Tell a change of a period that people had heard of."""
    changed_at = period.changed_at
    if changed_at is None or not (period.moves or period.cancelled):
        return
    key = f"{kind}:{period.moves}"
    due_at = rhythm.next_allowed(changed_at)
    yield Due(kind, key, due_at, _stale_at(changed_at, due_at))


def _stale_at(happened_at: datetime, due_at: datetime) -> datetime:
    """Say when something is no news any more: a week after it happened, or after the holidays."""
    return max(happened_at + NEWS_LASTS, due_at + NEWS_LEFT)


def _opened(period: Period, plan: Plan, rhythm: Rhythm) -> Iterator[Due]:
    due_at = rhythm.next_allowed(period.opens_at)
    until = max(period.opens_at + 2 * NEWS_LASTS, due_at + NEWS_LEFT)
    if period.photo_at is not None:
        first = [at for at, _day in _list_falls(period.photo_at, plan, rhythm)]
        until = min([until, period.photo_at, *(at for at in first if at > period.opens_at)])
    yield Due(ErrandKind.OPENED, "opened", due_at, until)


def _choice(period: Period, rhythm: Rhythm) -> Iterator[Due]:
    begins, ends = period.choose_from, period.choose_until
    if begins is None or ends is None:
        return
    stamp = ends.isoformat(timespec="minutes")
    due_at = max(_day_before_end(ends, rhythm), rhythm.next_allowed(begins))
    yield Due(ErrandKind.CHOOSE, f"choose@{stamp}", due_at, ends)
    if begins < period.opens_at:  # else the message that it has begun says it
        yield Due(ErrandKind.CHOOSE, f"choosing@{stamp}", rhythm.next_allowed(begins), due_at)
    over_at = rhythm.next_allowed(ends)
    until = period.photo_at or _stale_at(ends, over_at)
    yield Due(ErrandKind.EVALUATIONS, f"evaluations@{stamp}", over_at, until)


def _day_before_end(ends: datetime, rhythm: Rhythm) -> datetime:
    return rhythm.first_of(rhythm.day_of(ends) - timedelta(days=CHOICE_ENDS))


def _before_photo(period: Period, photo_at: datetime, plan: Plan, rhythm: Rhythm) -> Iterator[Due]:
    stamp = photo_at.isoformat(timespec="minutes")
    falls = _list_falls(photo_at, plan, rhythm)
    steps = [(at, day) for at, day in falls if at >= period.opens_at]
    ends = [*(at for at, _day in steps[1:]), photo_at]
    for (due_at, day), until in zip(steps, ends, strict=False):
        last = until == photo_at
        yield Due(ErrandKind.REMINDER, f"reminder:{day}@{stamp}", due_at, until, last)
    for kind, before in (
        (ErrandKind.REHEARSAL, plan.rehearsal),
        (ErrandKind.MISSING, plan.missing),
    ):
        if before is not None:
            due_at = _day_before(photo_at, before, rhythm)
            until = min([photo_at, *(at for at, _day in steps if at > due_at)])
            if due_at >= period.opens_at:
                yield Due(kind, f"{kind}:{before}@{stamp}", due_at, until)


def _list_falls(photo_at: datetime, plan: Plan, rhythm: Rhythm) -> list[tuple[datetime, int]]:
    """List when each reminder falls, with its day; of two that fall together the later counts."""
    falls: dict[datetime, int] = {}
    for day in plan.days:
        falls[_day_before(photo_at, day, rhythm)] = day
    return sorted(falls.items())


def _day_before(photo_at: datetime, days: int, rhythm: Rhythm) -> datetime:
    day: date = rhythm.day_of(photo_at) - timedelta(days=days)
    at = rhythm.first_of(day)
    # The morning itself would be too late for a photo that is taken earlier.
    return at if at + MARGIN <= photo_at else rhythm.first_of(day - timedelta(days=1))
