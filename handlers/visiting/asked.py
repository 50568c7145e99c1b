"""What dialogues about visits wait for."""

from dataclasses import dataclass

from bot.domain.visiting.visits import MinutePart
from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class VisitOffered(Offered):
    """When a visit takes place, which is shown at a moment that is proposed."""

    kind = Awaited.VISIT_OFFERED
    placement: int = 0


@dataclass(frozen=True)
class VisitMomentAwaited(Question):
    """When a visit takes place."""

    kind = Awaited.VISIT_MOMENT
    placement: int = 0


@dataclass(frozen=True)
class VisitDayOffered(Offered):
    """On which day a coach was there, tapped or typed."""

    kind = Awaited.VISIT_DAY
    placement: int = 0


@dataclass(frozen=True)
class MinuteAwaited(Question):
    """The answer to a question of a visit's minutes."""

    kind = Awaited.MINUTE
    visit: int = 0
    part: str = MinutePart.GOING.value


@dataclass(frozen=True)
class PromiseAwaited(Question):
    """One thing that was promised at a visit."""

    kind = Awaited.PROMISE
    visit: int = 0


@dataclass(frozen=True)
class PromiserAwaited(Question):
    """Who promised it; `words` is what, and `due` the day until when, if any."""

    kind = Awaited.PROMISED_BY
    visit: int = 0
    words: str = ""
    due: str = ""
