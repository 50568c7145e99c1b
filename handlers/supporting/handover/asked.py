"""What the dialogue about handing over waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered


@dataclass(frozen=True)
class NewCoachOffered(Offered):
    """Who is to be the coach, tapped or typed."""

    kind = Awaited.NEW_COACH
    coach: int = 0
    track: int = 0


@dataclass(frozen=True)
class HandoverDayOffered(Offered):
    """From when, tapped or typed."""

    kind = Awaited.HANDOVER_DAY
    coach: int = 0
    track: int = 0
    to: int = 0
