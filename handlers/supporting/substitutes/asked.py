"""What the dialogue about who stands in waits for."""

from dataclasses import dataclass

from bot.domain.school.tracks import Role
from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True, kw_only=True)
class OfAbsent:
    """In whose place somebody stands in: in which role, and by which of their tracks it is seen."""

    absent: int = 0
    role: str = Role.MENTOR.value
    track: int = 0


@dataclass(frozen=True)
class SubstituteOffered(OfAbsent, Offered):
    """Who stands in, tapped or typed; `typed` is the name of somebody who is not known yet."""

    kind = Awaited.SUBSTITUTE
    typed: str = ""


@dataclass(frozen=True)
class NewcomerAwaited(OfAbsent, Question):
    """The name of somebody who is new to the school."""

    kind = Awaited.NEWCOMER


@dataclass(frozen=True)
class SubstituteDayAwaited(OfAbsent, Question):
    """Until when somebody stands in: the one of `person`, or of the name of a `newcomer`.

    With `substitute` it is about somebody who stands in already.
    """

    kind = Awaited.SUBSTITUTE_DAY
    person: int = 0
    newcomer: str = ""
    substitute: int = 0
