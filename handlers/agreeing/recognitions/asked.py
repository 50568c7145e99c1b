"""What dialogues about recognitions wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered


@dataclass(frozen=True)
class RecognitionEndOffered(Offered):
    """Until when the workplace of a placement is recognised, tapped or typed."""

    kind = Awaited.RECOGNITION_END
    placement: int = 0
