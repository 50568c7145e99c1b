"""What the dialogue about an incident waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class IncidentAwaited(Question):
    """What happened, in words."""

    kind = Awaited.INCIDENT
    track: int = 0


@dataclass(frozen=True)
class IncidentOffered(Offered):
    """About which student what was written is; the words wait."""

    kind = Awaited.INCIDENT_OF
    words: str = ""


@dataclass(frozen=True)
class IncidentReady(Question):
    """What was written about the student of a track, until one tap sends it.

    `number` is on the button that sends these words, so that one of earlier words never does.
    """

    kind = Awaited.INCIDENT_READY
    of_track: int = 0
    words: str = ""
    number: int = 0
