"""What dialogues about totals wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class RegionNamed(Question):
    """The region of a workplace."""

    kind = Awaited.REGION_NAMED
    workplace: int = 0
