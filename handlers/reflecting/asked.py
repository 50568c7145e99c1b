"""What dialogues about answers wait for."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class AnswerAwaited(Question):
    """The messages of an answer to the prompt `asked`, if any; `answer` once the first one came.

    `followed` are the follow-ups asked so far, `awaits` the one that words reply to now, and
    `skipped` how many were left.
    """

    kind = Awaited.REFLECT
    asked: int | None = None
    answer: int | None = None
    followed: Sequence[str] = ()
    awaits: str = ""
    skipped: int = 0


@dataclass(frozen=True)
class AnswerMeant(Question):
    """Whether pending words answer the prompt `asked`."""

    kind = Awaited.MEANT
    asked: int | None = None


@dataclass(frozen=True)
class GoalAwaited(Question):
    """The goal that comes of an answer."""

    kind = Awaited.GOAL
    answer: int = 0


@dataclass(frozen=True)
class EvidenceAwaited(Question):
    """The indicators that an answer is evidence for."""

    kind = Awaited.EVIDENCE
    answer: int = 0


@dataclass(frozen=True)
class FeedbackAwaited(Question):
    """The words of whoever was asked for feedback."""

    kind = Awaited.FEEDBACK
    feedback: int = 0
