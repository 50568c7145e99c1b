"""An interview, and what comes of it: every criterion answered, feedback, and a way to go on.

Source: document 001 §4.3 (the same criteria for all, correct feedback, help to find another way
where nobody matched). The three answers to a criterion, and the order, are ours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.matching.intakes import Criterion

LONGEST_FEEDBACK = 1500
"""Letters of the feedback to a candidate, and of the words about another way."""

INTERVIEW_MINUTES = 60
"""How long an interview is in the file for a calendar."""


class CriterionMet(StrEnum):
    """What is said of one criterion; the words are stored."""

    MET = "met"
    PARTLY = "partly"
    NOT_YET = "not yet"


class InterviewOutcome(StrEnum):
    """What comes of an interview; the words are stored."""

    MATCH = "match"
    NO_MATCH = "no match"


class Alternative(StrEnum):
    """Where somebody can go on who has no match; the words are stored."""

    ANOTHER_PLACE = "another place"
    """In this intake, with another company: the candidacy goes on."""
    PREPARATORY = "preparatory"
    """A path that prepares for learning at a workplace."""
    ANOTHER_PROGRAMME = "another programme"
    OTHER = "other"


class Missing(StrEnum):
    """What an outcome still needs, in the order in which it is asked."""

    CRITERION = "criterion"
    FEEDBACK = "feedback"
    OUTCOME = "outcome"
    ALTERNATIVE = "alternative"
    ALTERNATIVE_WORDS = "alternative words"


@dataclass(frozen=True, slots=True)
class Interview:
    """A talk with a candidate, with the company of a place or without; instants are in UTC.

    What was said of it is a draft until `decided_at`: only who leads the intake sees it.
    """

    id: int
    organisation_id: int
    intake_id: int
    candidacy_id: int
    place_id: int | None
    leader_id: int | None
    planned_for: datetime | None
    changes: int
    made_at: datetime
    called_off_at: datetime | None = None
    outcome: InterviewOutcome | None = None
    feedback: str = ""
    alternative: Alternative | None = None
    alternative_words: str = ""
    decided_at: datetime | None = None
    met: Mapping[int, CriterionMet] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Say whether it was neither called off nor decided."""
        return self.called_off_at is None and self.decided_at is None


def next_criterion(interview: Interview, criteria: Iterable[Criterion]) -> Criterion | None:
    """Find the first criterion of which nothing was said yet; None where all were answered."""
    return next((own for own in criteria if own.id not in interview.met), None)


def missing(interview: Interview, criteria: Iterable[Criterion]) -> Missing | None:
    """Say what an outcome needs next; None where all of it is there.

    A match needs no other way to go on; another place needs no words, since the intake goes on.
    """
    if next_criterion(interview, criteria) is not None:
        return Missing.CRITERION
    if not interview.feedback:
        return Missing.FEEDBACK
    if interview.outcome is None:
        return Missing.OUTCOME
    if interview.outcome is InterviewOutcome.MATCH:
        return None
    if interview.alternative is None:
        return Missing.ALTERNATIVE
    if interview.alternative is Alternative.ANOTHER_PLACE or interview.alternative_words:
        return None
    return Missing.ALTERNATIVE_WORDS
