"""What is promised at a visit: by whom, until when, and whether it was kept (ours)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.school.tracks import Role

LONGEST_PROMISE = 300
"""Letters of a promise: it is one thing, and stands in a list."""

MOST_PROMISES = 10
"""Promises of one visit; what is more is forgotten by people, too."""


class PromiseOutcome(StrEnum):
    """How a promise ended."""

    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing that somebody in a role promised at a visit; `ended_at` is in UTC."""

    id: int
    visit_id: int
    placement_id: int
    track_id: int
    owed_by: Role
    words: str
    due_on: date | None
    outcome: PromiseOutcome | None = None
    ended_at: datetime | None = None
