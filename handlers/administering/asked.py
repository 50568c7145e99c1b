"""What who runs a school's Kompaan is asked."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class PersonSought(Question):
    """The name, or the school's id, of somebody."""

    kind = Awaited.PERSON_SOUGHT
