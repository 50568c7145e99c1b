"""What a period evaluates of a student: course components chosen in time, or late by a teacher.

Source: document 004, chapter 2 §8 (flexible evaluation). That a teacher may change the choice until
the photo, and has to say why, is ours.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.periods.period import Period

LONGEST_REASON = 200
"""Characters of a reason."""


class LateReason(StrEnum):
    """The reasons that need no typing; each is said in the language of who reads it."""

    AT_WORK = "~work"
    AWAY = "~away"
    AGREED = "~agreed"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A course component that counts: who chose it and when (aware), where that is known.

    A late choice has a reason.
    """

    component_id: int
    author_id: int | None = None
    chosen_at: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LateChoice:
    """What a teacher chose for a student, or took back, after the choice was over, and why.

    `said_at` and `undone_at`, when it was taken back itself, are aware.
    """

    id: int
    period_id: int
    track_id: int
    component_id: int
    chosen: bool
    author_id: int
    author: str
    reason: str
    said_at: datetime
    undone_at: datetime | None = None


def is_late(period: Period, at: datetime) -> bool:
    """Say whether an instant lies after the choice of a period, and not after its photo."""
    ends, photo_at = period.choose_until, period.photo_at
    over = ends is not None and ends <= at
    return period.standing and over and (photo_at is None or at <= photo_at)


def has_begun(period: Period, at: datetime) -> bool:
    """Say whether the choice of a period has begun, or is over, at an instant."""
    begins = period.choose_from
    return period.standing and begins is not None and begins <= at
