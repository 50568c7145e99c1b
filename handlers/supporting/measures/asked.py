"""What the dialogue about what helps waits for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class MeasureAwaited(Question):
    """The words of what helps."""

    kind = Awaited.MEASURE


@dataclass(frozen=True)
class MeasuresShown(Question):
    """That a student looks at the own list: a sentence that follows may belong in it."""

    kind = Awaited.MEASURE_SHOWN


@dataclass(frozen=True)
class MeasureReady(Question):
    """Words that may be something that helps, until one tap keeps them."""

    kind = Awaited.MEASURE_READY
    words: str = ""
