"""What dialogues about contests wait for."""

from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class ContestWords(Question):
    """The own words of who contests something; 0 stands for none."""

    kind = Awaited.CONTEST
    track: int = 0
    role: str = "mentor"
    competence: int = 0
    indicator: int = 0
    note: int = 0


@dataclass(frozen=True)
class ContestOffered(Offered):
    """What is contested, tapped: words that come first wait for that tap."""

    kind = Awaited.CONTEST_OFFERED


@dataclass(frozen=True)
class EndingWords(Question):
    """How a contest ended, in the words of the coach."""

    kind = Awaited.CONTEST_ENDING
    contest: int = 0


@dataclass(frozen=True)
class CorrectedWords(Question):
    """What a contested note says from now on."""

    kind = Awaited.CONTESTED_NOTE
    contest: int = 0
