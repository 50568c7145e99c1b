"""What is asked of a decision: a draft that is filled part by part, by taps and in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class DecisionMenu(Question):
    """A decision that is being written down; what it `follows` is the one that it corrects.

    `kind` is a DecisionKind's value, `day` an ISO day; `named` says that who decided is
    complete, and `others` are those who were typed.
    """

    kind = Awaited.DECISION_MENU
    track: int = 0
    follows: int | None = None
    ruling: str = ""
    own_words: str = ""
    council: Sequence[str] = ()
    others: Sequence[str] = ()
    named: bool = False
    day: str = ""
    reason: str = ""


@dataclass(frozen=True)
class DecisionWords(DecisionMenu):
    """The same while words are typed: what was decided, names, or why."""

    kind = Awaited.DECISION_WORDS
    part: str = "why"


@dataclass(frozen=True)
class ToldMenu(Question):
    """Who told the student of a decision, and when."""

    kind = Awaited.TOLD_MENU
    track: int = 0
    decision: int = 0
    by: str = ""


@dataclass(frozen=True)
class ToldWords(ToldMenu):
    """The same while the name of who told is typed."""

    kind = Awaited.TOLD_WORDS
