"""What dialogues about a desk wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class DeskNoteAwaited(Question):
    """A note of one's own, and until when."""

    kind = Awaited.DESK_NOTE


@dataclass(frozen=True)
class DeskDayAwaited(Question):
    """Until when what was typed is to be done."""

    kind = Awaited.DESK_DAY
    words: str = ""
