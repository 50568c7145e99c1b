"""Whether a mentor followed the training for mentors.

Source: document 004, chapter 2 §3 g and i: it has to be followed in compulsory education, and is
advised elsewhere.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FURTHEST_COURSE = 24
"""Months from now until which a training can be planned: later is a slip."""


SHORT_STAND_IN = timedelta(days=28)
"""Who stands in for a mentor for less than this is not asked for a training (ours)."""


class CourseState(StrEnum):
    """How far it is; the words are stored, and outlive a version."""

    PLANNED = "planned"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class MentorCourse:
    """The training of a mentor: planned for a day, or done on a day, where that is still known.

    `said_by` is the identity of who said so, None for nobody any more; `said_by_name` their name.
    """

    state: CourseState
    day: date | None = None
    said_by: int | None = None
    said_by_name: str = ""

    def is_over(self, today: date) -> bool:
        """Say whether its day has passed, and nobody said yet whether it was done."""
        return self.state is CourseState.PLANNED and self.day is not None and self.day < today
