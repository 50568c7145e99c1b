"""What dialogues about contexts wait for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class SpanAwaited(Question):
    """When a context comes up at a placement."""

    kind = Awaited.SPAN
    placement: int = 0
    context: int = 0


@dataclass(frozen=True)
class ContextMenu(Question):
    """A context of a programme that is being made or changed: what it does by competence's number.

    Of a new one the number is 0.
    """

    kind = Awaited.CONTEXT
    programme: int = 0
    number: int = 0
    title: str = ""
    trains: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ContextTitle(ContextMenu):
    """The title of a context that is being made or changed."""

    kind = Awaited.CONTEXT_TITLE
