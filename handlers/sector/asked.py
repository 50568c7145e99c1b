"""What dialogues about sectors wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class SectorNamed(Question):
    """The name of a new sector."""

    kind = Awaited.SECTOR_NAMED


@dataclass(frozen=True)
class SectorPersonNamed(Question):
    """The name of somebody new who speaks for a sector."""

    kind = Awaited.SECTOR_PERSON_NAMED
    sector: int = 0
