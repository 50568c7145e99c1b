"""What dialogues about alerts wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class QuestionAwaited(Question):
    """The coach's question about an alert, and whom it goes to (the letter of `ToWhom`)."""

    kind = Awaited.ASK
    alert: int = 0
    to: str = ""


@dataclass(frozen=True)
class CoachAnswerAwaited(Question):
    """The answer to a coach's question."""

    kind = Awaited.ANSWER
    question: int = 0


@dataclass(frozen=True)
class ReaderAwaited(Question):
    """Who reads the answer to a coach's question that reached nobody; `words` is it, if typed."""

    kind = Awaited.READER
    question: int = 0
    words: str = ""


@dataclass(frozen=True)
class ResolutionAwaited(Question):
    """What was done about an alert."""

    kind = Awaited.RESOLVE
    alert: int = 0


@dataclass(frozen=True)
class TalkOffered(Offered):
    """When a talk about an alert takes place, which is shown at a moment that is proposed."""

    kind = Awaited.TALK_OFFERED
    alert: int = 0


@dataclass(frozen=True)
class MomentAwaited(Question):
    """When a talk about an alert takes place."""

    kind = Awaited.TALK
    alert: int = 0
