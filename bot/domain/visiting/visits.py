"""A coach's visits at a workplace: one before the start, three a year, more when asked.

Source: document 004, chapter 2 §2 b. That three a year means at most four months between two of
them, counted from the start, is ours.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.days import months_on

A_YEAR = 3
"""Visits a year, once the placement has begun."""

MONTHS_BETWEEN = 12 // A_YEAR

PLANNED_WITHIN = 14
"""Days in which a visit that is asked for is to be planned (ours)."""

FURTHEST_BACK = 60
"""Days ago until which a visit can be said to have been: longer ago it is a slip."""


class MinutePart(StrEnum):
    """A question of the minutes; the words are stored, and outlive a version."""

    GOING = "going"
    """How it goes at the workplace."""

    TALKED = "talked"
    """What was talked about."""


LONGEST_MINUTE = 1500
"""Letters of an answer, so that all of them stand in one message."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A placement as its coach visits it; `starts_on` where the roster says the first day."""

    placement_id: int
    track_id: int
    organisation_id: int
    student: str
    workplace: str
    starts_on: date | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit at a placement: asked for, planned (`planned_for`, UTC), or `held_on` a day.

    `coach_id` is who goes, None until it is planned; `asked_by` who asked for it.
    """

    id: int
    placed: Placed
    coach_id: int | None
    asked_by: int | None
    planned_for: datetime | None
    held_on: date | None
    made_at: datetime


def next_by(starts_on: date | None, held: Iterable[date]) -> date | None:
    """Say by which day the next visit is owed: the first day, then four months after the last.

    None where the first day is not known and nobody was there yet: then it is owed at once.
    """
    newest = max(held, default=None)
    if newest is None:
        return starts_on
    begun = max(newest, starts_on) if starts_on else newest
    return months_on(begun, MONTHS_BETWEEN)
