"""What dialogues about modules wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class ModuleReason(Question):
    """Why a module is not taken in."""

    kind = Awaited.MODULE_REASON
    module: int = 0
