"""What the dialogue about what helps waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class MeasureAwaited(Question):
    """The words of what helps."""

    kind = Awaited.MEASURE
