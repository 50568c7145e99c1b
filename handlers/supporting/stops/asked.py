"""What the dialogue about a placement that stops waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered


@dataclass(frozen=True)
class StopDayOffered(Offered):
    """Which day is the last one, tapped or typed."""

    kind = Awaited.STOP_DAY
