"""The menus of scoring by buttons, as the dialogue keeps them while they are open."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import _
from bot.ports.talking import Awaited
from handlers.talking.routing.question import Question

MOVED_ON = _("That button belongs to another question; nothing was stored by this tap.")


@dataclass(frozen=True)
class ScoreMenu(Question):
    """The menu of students, or of one student's competences; or of those of a context's number."""

    kind = Awaited.SCORE
    track: int | None = None
    context: int = 0


@dataclass(frozen=True)
class GroupMenu(Question):
    """The menu of a class group, which goes by one of its tracks."""

    kind = Awaited.GROUP
    group_of: int | None = None
    competence: int = 0


@dataclass(frozen=True)
class TallyMenu(Question):
    """The tally of today on a track: the indicators that were tapped, and the entry they made.

    `context` is the number of the work it is about, where one was chosen.
    """

    kind = Awaited.TODAY
    track: int | None = None
    context: int = 0
    competence: int | None = None
    done: Sequence[int] = ()
    entry: int | None = None
