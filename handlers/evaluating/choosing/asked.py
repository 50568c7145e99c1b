"""What is asked of a late choice."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class LateReasonAwaited(Question):
    """Why a course component is to count for a student, or no longer, once the choice is over."""

    kind = Awaited.LATE_REASON
    period: int = 0
    track: int = 0
    component: int = 0
    counts: bool = True
