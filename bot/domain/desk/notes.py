"""A coach's own notes with a date, such as a report that is due; what they may be is ours."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.dated import Head

LONGEST_NOTE = 300
"""Letters of a note: it is one thing, and stands in a list."""

MOST_NOTES = 100
"""Notes of one person that stand open; what is more is a list that nobody reads."""


@dataclass(frozen=True, slots=True)
class DeskNote:
    """One thing that somebody has to do by a day, under a head; `done_at` is in UTC."""

    id: int
    person_id: int
    head: Head
    words: str
    due_on: date
    done_at: datetime | None = None
