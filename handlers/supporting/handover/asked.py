"""What the dialogue about handing over waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered


@dataclass(frozen=True, kw_only=True)
class OfHandover:
    """Whose students are handed over; with a `track` that one alone."""

    coach: int = 0
    track: int = 0


@dataclass(frozen=True)
class NewCoachOffered(OfHandover, Offered):
    """Who is to be the coach, tapped or typed."""

    kind = Awaited.NEW_COACH


@dataclass(frozen=True)
class HandoverDayOffered(OfHandover, Offered):
    """From when, tapped or typed."""

    kind = Awaited.HANDOVER_DAY
    to: int = 0
