"""What is asked of the result at the workplace."""

from dataclasses import dataclass

from bot.domain.evaluating.workplace_rule import RuleKind
from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class MarkAwaited(Question):
    """The mark to reach, of a rule of a kind that is being stated for a programme."""

    kind = Awaited.MARK_TO_REACH
    programme: int = 0
    rule: str = RuleKind.SHARE.value


@dataclass(frozen=True)
class WeightsAwaited(Question):
    """The weights of a programme's competences, once the mark to reach (a fraction) is known."""

    kind = Awaited.WEIGHTS
    programme: int = 0
    to_reach: str = ""


@dataclass(frozen=True)
class ResultAwaited(Question):
    """The result of a track in a period, in the name of a person; 0 is the own name."""

    kind = Awaited.WORKPLACE_RESULT
    track: int = 0
    period: int = 0
    person: int = 0
