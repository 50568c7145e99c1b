"""What the page needs of the rest: the sample's people, and a way to talk as one of them.

There may be a sample in each language; the page shows the one of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.platforms.web.chat import Chat, Pane
from bot.platforms.web.watched import Watched
from bot.ports import Shown
from bot.ports.worlds import Move, SampleClock


@dataclass(frozen=True, slots=True)
class Seen:
    """Whose chat it is on the page: in which language's sample, and the school's id there."""

    language: str
    school_id: str


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class of a school's own that the page shows instead of the samples, in one language.

    `first` are whom it shows first, by the school's ids; the guide scores a competence with so
    many indicators of this student.
    """

    language: str
    first: tuple[str, ...]
    student: str
    competence: int
    indicators: int


ShownListener = Callable[[int, Shown], None]
"""Told what reached somebody unasked, and who it is; called in the event loop."""


Passes = Callable[[datetime, Sequence[tuple[int, Shown]]], None]
"""Told where the clock is on its way, and what reached whom there; called outside the loop."""


class WebChat(Watched, Chat, Protocol):
    """The chat's back; all but `submit` and `listen` may block."""

    @property
    def own_class(self) -> OwnClass | None:
        """Tell which class the page shows instead of the samples; None: the samples."""

    def listen(self, listener: ShownListener) -> None:
        """Tell somebody from now on what reaches the sample's people unasked."""

    def seen(self, person_id: int) -> Seen | None:
        """Tell whose chat of a sample this is; None for whoever is not on the page so far."""

    def panes(self, language: str) -> Sequence[Pane]:
        """List the people of a language's sample, in the order of its file."""

    def pane(self, language: str, school_id: str) -> Pane | None:
        """Find one of the people of a language's sample; None where nobody has this id."""

    def deliver(self, language: str) -> Sequence[tuple[int, Shown]]:
        """Bring what waits for a sample's people; gives what reached whom."""

    def board(self, person_id: int) -> dict[str, Any] | None:
        """Read the colours of somebody's student, as that person may see them."""

    def now(self, language: str) -> datetime:
        """Read the instant, aware, on a sample's clock."""

    def clock(self, language: str) -> SampleClock | None:
        """Read a sample's clock; None where there is no sample."""

    def move(self, language: str, by: Move, passes: Passes) -> None:
        """Move a sample's clock; what reaches whom on the way is told as it comes."""
