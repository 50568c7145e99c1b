"""What the dialogue about an incident waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class IncidentAwaited(Question):
    """What happened, in words."""

    kind = Awaited.INCIDENT
    track: int = 0


@dataclass(frozen=True)
class IncidentReady(Question):
    """What was written, until one tap sends it."""

    kind = Awaited.INCIDENT_READY
    track: int = 0
    words: str = ""
