"""What the dialogue about somebody's absence waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered


@dataclass(frozen=True)
class AbsenceOffered(Offered):
    """Until when another one is away, tapped or typed."""

    kind = Awaited.ABSENCE
