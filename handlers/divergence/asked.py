"""What dialogues about alerts wait for."""

from dataclasses import dataclass

from bot.messages import Reply, Sayable, _
from bot.ports.talking import Awaited
from handlers.talking.question import Question
from handlers.talking.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import PutAway


@dataclass(frozen=True)
class QuestionAwaited(Question):
    """The coach's question about an alert, and whom it goes to (the letter of `ToWhom`)."""

    kind = Awaited.ASK
    alert: int = 0
    to: str = ""


@dataclass(frozen=True)
class AnswerAwaited(Question):
    """The answer to a coach's question."""

    kind = Awaited.ANSWER
    question: int = 0


@dataclass(frozen=True)
class ResolutionAwaited(Question):
    """What was done about an alert."""

    kind = Awaited.RESOLVE
    alert: int = 0


@dataclass(frozen=True)
class MomentAwaited(Question):
    """When a talk about an alert takes place."""

    kind = Awaited.TALK
    alert: int = 0


def wait_for(turn: Turn, question: Question, text: Sayable) -> Replies:
    """Ask for something to be typed; it can be put away."""
    serial = turn.ask(question)
    return [Reply(text, ((button(_("cancel"), PutAway(serial)),),))]
