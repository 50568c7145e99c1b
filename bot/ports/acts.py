"""What somebody does beside scoring: noted in its order, so that undo takes the newest thing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class Act(StrEnum):
    """One kind of thing that is stored and confirmed, beside scores and notes."""

    FOCUS = "focus"
    SETTING = "setting"
    LANGUAGE = "language"
    WEEK = "week"
    LESSONS = "lessons"
    ACTIVITIES = "activities"
    TRAINING_PLAN = "training plan"
    AGREEMENT = "agreement"
    SCENARIO = "scenario"
    CAMPUS = "campus"
    CAMPUS_SETTING = "campus setting"
    CONTEXT = "context"
    COMING = "coming"
    CHOICE = "choice"
    LATE_CHOICE = "late choice"
    WORKPLACE_RULE = "workplace rule"
    WORKPLACE_RESULT = "workplace result"
    LAST_PHOTO = "last photo"
    PERIOD_ADDED = "period added"
    PERIOD_MOVED = "period moved"
    EVIDENCE = "evidence"
    SHARE = "share"
    GOAL = "goal"
    ANSWER = "answer"
    TIP = "tip"
    HELPED = "helped"
    MEASURE = "measure"
    STOP = "stop"
    HANDOVER = "handover"
    ABSENCE = "absence"
    RECOGNITION = "recognition"
    MENTOR_COURSE = "mentor course"
    SUBSTITUTE = "substitute"
    AGREEMENT_MADE = "agreement made"
    AGREEMENT_STEP = "agreement step"
    SIGNED = "signed"
    AGREEMENT_END = "agreement end"
    AGREEMENT_HOURS = "agreement hours"
    VISIT = "visit"
    VISIT_HELD = "visit held"
    PROMISE = "promise"
    DESK_NOTE = "desk note"
    OWN_INTERVENTION = "own intervention"
    OWN_INTERVENTION_HELPED = "own intervention helped"
    PRIOR_CLAIM = "prior claim"
    PRIOR_VERDICT = "prior verdict"
    STARTER = "starter"
    TEACHERS_COACH = "teachers coach"
    INTAKE = "intake"
    SECTOR_ADDED = "sector added"
    SECTOR_PERSON = "sector person"
    MODULE_PROPOSED = "module proposed"
    MODULE_TAKEN = "module taken"
    MODULE_REFUSED = "module refused"
    TOTALS = "totals"
    REGION = "region"
    FRAMEWORK_ADDED = "framework added"
    TOLD = "told"
    PERIOD_CANCELLED = "period cancelled"
    ALERT = "alert"
    DECISION = "decision"
    FEEDBACK = "feedback"
    PUT_OFF = "put off"
    SKIPPED = "skipped"
    WITHDRAWN = "withdrawn"
    CONTEST = "contest"
    CONTEST_ENDED = "contest ended"
    GUARDIAN = "guardian"
    NAMING = "naming"
    KEEPING = "keeping"
    EDUCATION = "education"
    PRIOR_RULE = "prior rule"
    HOLIDAYS = "holidays"
    ROSTER = "roster"
    FRAMEWORK = "framework"
    QUESTIONNAIRE = "questionnaire"


LASTING = frozenset(
    {
        Act.PERIOD_CANCELLED,
        Act.ALERT,
        Act.DECISION,
        Act.FEEDBACK,
        Act.PUT_OFF,
        Act.SKIPPED,
        Act.WITHDRAWN,
        Act.CONTEST_ENDED,
        Act.GUARDIAN,
        Act.ROSTER,
        Act.FRAMEWORK,
        Act.QUESTIONNAIRE,
        Act.TOLD,
    }
)
"""What cannot be taken back: somebody else has it by now, it stands in a log, or it is gone."""

BY_OWN_BUTTON = frozenset(
    {Act.VISIT, Act.STARTER, Act.TEACHERS_COACH, Act.INTAKE, Act.SECTOR_PERSON}
)
"""What is changed where it stands: moved, called off, said otherwise or written again there."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something, and when (aware)."""

    person_id: int
    at: datetime


class Acts(Protocol):
    """Acts, in one transaction; each is an entry of the ledger without scores."""

    def record(
        self,
        person_id: int,
        act: Act,
        at: datetime,
        title: str = "",
        before: Mapping[str, Any] | None = None,
    ) -> int:
        """Note what somebody did, and give the entry's id.

        `before` is what undo needs to put it back, as plain values. Acts of one kind
        with the same `of` in it are about the same thing. A lasting one has none.
        """

    def settle(self, person_id: int, act: Act, of: int, at: datetime) -> None:
        """Note that what an act did was taken back in another way."""

    def mark_undone(self, entry_id: int, at: datetime) -> None:
        """Note that an act was taken back."""
