"""What is asked of a workplace."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class RecognitionAwaited(Question):
    """The day until which a workplace is recognised for a programme."""

    kind = Awaited.RECOGNITION
    workplace: int = 0
    programme: int = 0
