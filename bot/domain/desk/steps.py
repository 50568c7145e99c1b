"""When something with a date is told unasked: when it comes near, and once after it is late.

How near is ours. Days are counted as the school works, so that what falls in holidays, or right
behind them, is told before them; a single day off in between counts as any other.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.dated import Dated, Matter
from bot.domain.telling.hours import LOOKED_AHEAD, Works
from bot.domain.telling.profiles import Profile

NEAR_DAYS = 3
"""Working days to come, of which the last is its day, from which on something is near."""

SOON_DAYS = 10
"""The same from which on it is soon: two weeks of the school."""

SATURDAY = 5

SHOWN = timedelta(days=14)
"""What has its day by then stands on the desk: two weeks, whatever the school does."""


class DeskStep(StrEnum):
    """What is told of something with a date, each once; the words are stored."""

    AHEAD = "ahead"
    """That its warning begins, longer before: a recognition that ends in half a year."""

    SOON = "soon"
    NEAR = "near"
    LATE = "late"
    AT_ONCE = "at once"
    """That it is due, where no day says by when: a first visit where no first day is known."""


_ALL = frozenset(DeskStep)
_TOLD: dict[Matter, frozenset[DeskStep]] = {
    # What its coach chose or heard of is told when it is near.
    Matter.VISIT_PLANNED: frozenset((DeskStep.NEAR, DeskStep.LATE)),
    Matter.VISIT_ASKED: frozenset((DeskStep.NEAR, DeskStep.LATE)),
    Matter.TALK: frozenset((DeskStep.NEAR, DeskStep.LATE)),
    Matter.HANDOVER: frozenset((DeskStep.NEAR, DeskStep.LATE)),
    # A training plan was asked about as it was proposed.
    Matter.TRAINING_PLAN: frozenset((DeskStep.NEAR, DeskStep.LATE)),
    # Of what one wrote down oneself nothing is told long before.
    Matter.OWN: frozenset((DeskStep.SOON, DeskStep.NEAR, DeskStep.LATE)),
    # Periods tell of their photos themselves.
    Matter.PHOTO: frozenset(),
}
_IN_BRIEF = frozenset((DeskStep.NEAR, DeskStep.LATE, DeskStep.AT_ONCE))


@dataclass(frozen=True, slots=True)
class DeskSpan:
    """Until which days something is near or soon, and stands on the desk, seen from a day."""

    today: date
    near: date
    soon: date

    @property
    def shown(self) -> date:
        """The last day that stands on the desk."""
        return max(self.soon, self.today + SHOWN)


def is_weekday(day: date) -> bool:
    """Say whether a day is from Monday to Friday."""
    return day.weekday() < SATURDAY


def span_from(today: date, works: Works) -> DeskSpan:
    """Count the working days that follow a day: the days off behind the last go along."""
    return DeskSpan(today, _until(today, works, NEAR_DAYS), _until(today, works, SOON_DAYS))


def step_of(dated: Dated, span: DeskSpan) -> DeskStep | None:
    """Say what is to be told of it on a day; None where nothing is told of it by then."""
    if dated.due_on is None:
        step = DeskStep.AT_ONCE
    elif dated.due_on < span.today:
        step = DeskStep.LATE
    elif dated.due_on <= span.near:
        step = DeskStep.NEAR
    else:
        step = DeskStep.SOON if dated.due_on <= span.soon else DeskStep.AHEAD
    return step if step in _told_of(dated) else None


def _told_of(dated: Dated) -> Collection[DeskStep]:
    """List the steps of it; the days of a recognition that ends are warnings themselves."""
    if dated.matter is Matter.RECOGNITION and dated.ends_on is not None:
        return _IN_BRIEF
    return _TOLD.get(dated.matter, _ALL)


def wants(profile: Profile, step: DeskStep) -> bool:
    """Say whether somebody who chose how much is told to them hears of a step."""
    return profile is not Profile.LIGHT or step in _IN_BRIEF


def key_of(dated: Dated) -> str:
    """Name it by what it is and its day: with another day it is another thing to tell."""
    return f"{dated.matter}:{dated.about_id}:{dated.due_on}"


def _until(today: date, works: Works, days: int) -> date:
    """Find the last day before the working day that follows so many of them."""
    last, counted = today, 0
    for ahead in range(1, LOOKED_AHEAD):
        day = today + timedelta(days=ahead)
        counted += works(day)
        if counted > days:
            return last
        last = day
    return last
