"""What is asked of who decides: why an erasure has to wait."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class WhyItWaits(Question):
    """The reason for which the erasure of a wish's person waits."""

    kind = Awaited.FORGET_WHY
    wish: int = 0
