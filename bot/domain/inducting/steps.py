"""The five steps of a teacher new to dual learning, and by when each is due.

Source: document 004, chapter 2 §7: a welcome session, one instruction together, then three sessions
of their own; it begins before the training starts and goes on during the first weeks of teaching.
The days by which each step is due are ours.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class InductionStep(StrEnum):
    """A step, in their order; the words are stored, and outlive a version."""

    WELCOME = "welcome"
    TOGETHER = "together"
    """One instruction for several teachers at once."""

    FIRST = "first"
    """The first session of one's own; two more follow."""

    SECOND = "second"
    THIRD = "third"

    @property
    def of_one(self) -> bool:
        """Say whether it is a session of this teacher alone."""
        return self in OF_ONE


OF_ONE = (InductionStep.FIRST, InductionStep.SECOND, InductionStep.THIRD)

UNTIL_FIRST_DAY = timedelta(days=14)
"""From being marked until the first day of teaching, where that day is not said."""

AFTER_FIRST_DAY: dict[InductionStep, timedelta] = {
    InductionStep.WELCOME: timedelta(),
    InductionStep.TOGETHER: timedelta(),
    InductionStep.FIRST: timedelta(weeks=2),
    InductionStep.SECOND: timedelta(weeks=5),
    InductionStep.THIRD: timedelta(weeks=8),
}
"""By when each step is due, from the first day of teaching on."""

LONGEST_WORDS = 1500
"""Letters that somebody writes of a session, so that they stand in one message."""

FURTHEST_BACK = 60
"""Days ago until which a step can be said to have been: longer ago it is a slip."""


@dataclass(frozen=True, slots=True)
class Starter:
    """A teacher new to dual learning: since which day, and the first day of teaching if known."""

    person_id: int
    organisation_id: int
    name: str
    since: date
    starts_on: date | None
    ended: bool = False

    def due_by(self, step: InductionStep) -> date:
        """Say by which day a step is due."""
        first_day = self.starts_on or self.since + UNTIL_FIRST_DAY
        return first_day + AFTER_FIRST_DAY[step]


@dataclass(frozen=True, slots=True)
class InductionSession:
    """One step of one teacher: asked for, planned (`planned_for`, UTC), or `held_on` a day.

    `coach_id` is the teachers' coach who planned or held it; `changed_at` (UTC) is when its moment
    changed last, and `changes` how often it did.
    """

    id: int
    teacher_id: int
    step: InductionStep
    coach_id: int | None
    asked_at: datetime | None
    planned_for: datetime | None
    held_on: date | None
    changed_at: datetime
    changes: int


def reads_words(reader_id: int, author_id: int, session: InductionSession) -> bool:
    """Say whether somebody reads what another one wrote of a session: it is of two people alone.

    Whoever wrote it does; of the other's words its teacher does, and the coach who held it.
    """
    if reader_id == author_id:
        return True
    return reader_id == session.teacher_id or (
        author_id == session.teacher_id and reader_id == session.coach_id
    )
