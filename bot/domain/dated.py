"""What has a date and must not be forgotten: under which head, about whom, and by when.

Source of the heads: document 004, chapter 2 §2 b.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Head(StrEnum):
    """The four heads of a coach's tasks."""

    CONTRACTS = "contracts"
    COACHING = "coaching"
    DEVELOPING = "developing"
    VISITING = "visiting"


class Matter(StrEnum):
    """One sort of thing that has a date."""

    VISIT_OWED = "visit_owed"
    VISIT_ASKED = "visit_asked"
    VISIT_PLANNED = "visit_planned"
    PROMISE = "promise"
    AGREEMENT_MISSING = "agreement_missing"
    AGREEMENT_STEP = "agreement_step"
    AGREEMENT_END = "agreement_end"
    TRAINING_PLAN = "training_plan"
    RECOGNITION = "recognition"
    MENTOR_COURSE = "mentor_course"
    TEACHER_STEP = "teacher_step"
    INTERVIEW = "interview"
    CANDIDATE = "candidate"
    SUBSTITUTE = "substitute"
    HANDOVER = "handover"
    TALK = "talk"
    PHOTO = "photo"
    OWN = "own"

    @property
    def head(self) -> Head:
        """The head it stands under."""
        return _HEADS[self]


_HEADS = {
    Matter.VISIT_OWED: Head.VISITING,
    Matter.VISIT_ASKED: Head.VISITING,
    Matter.VISIT_PLANNED: Head.VISITING,
    Matter.PROMISE: Head.VISITING,
    Matter.AGREEMENT_MISSING: Head.CONTRACTS,
    Matter.AGREEMENT_STEP: Head.CONTRACTS,
    Matter.AGREEMENT_END: Head.CONTRACTS,
    Matter.TRAINING_PLAN: Head.CONTRACTS,
    Matter.RECOGNITION: Head.CONTRACTS,
    Matter.MENTOR_COURSE: Head.CONTRACTS,
    Matter.TEACHER_STEP: Head.COACHING,
    Matter.INTERVIEW: Head.COACHING,
    Matter.CANDIDATE: Head.COACHING,
    Matter.SUBSTITUTE: Head.COACHING,
    Matter.HANDOVER: Head.COACHING,
    Matter.TALK: Head.COACHING,
    Matter.PHOTO: Head.COACHING,
    Matter.OWN: Head.DEVELOPING,
}


@dataclass(frozen=True, slots=True)
class Dated:
    """One thing with a date: `due_on` is the last day in time, None where it is due at once.

    `about_id` is what its button needs (a placement, a promise, a person, as the matter has it);
    `moment` (UTC) where it is an appointment. `words` are somebody's own. It stands `under` a head
    where it has one of its own; `detail` is what its topic needs to say more of it, and nobody else
    reads. `ends_on` is the day on which what it is about ends, where that is not `due_on`.
    """

    matter: Matter
    due_on: date | None
    about_id: int
    track_id: int | None = None
    student: str | None = None
    place: str | None = None
    words: str | None = None
    moment: datetime | None = None
    under: Head | None = None
    detail: str = ""
    ends_on: date | None = None

    @property
    def head(self) -> Head:
        """The head it stands under: its own, or that of its sort."""
        return self.under or self.matter.head
