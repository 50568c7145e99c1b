"""What is asked of lesson scenarios."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class ScenarioAwaited(Question):
    """A lesson scenario of a programme, of the competence of this number, or of any (0)."""

    kind = Awaited.SCENARIO
    programme: int = 0
    number: int = 0
