"""What dialogues about guardians wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class GuardianAwaited(Question):
    """How and when a guardian of a student said yes or no."""

    kind = Awaited.GUARDIAN
    student: int = 0
    agreed: bool = False
