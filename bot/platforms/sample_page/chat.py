"""What the page needs of the rest: the sample's people, and a way to talk as one of them.

There may be a sample in each language; the page shows the one of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.messages import File
from bot.platforms.transcript import Speaker, Utterance
from bot.platforms.web.watched import Watched
from bot.ports import JobOutcome, Shown
from bot.ports.worlds import Move, SampleClock
from bot.showing.palette import Scheme


@dataclass(frozen=True, slots=True)
class Pane:
    """One of the sample's people: who it is, in which roles, and a sentence about them.

    Of each command that fits: its name, and what it does.
    """

    person_id: int
    organisation_id: int
    school_id: str
    name: str
    roles: Sequence[str]
    language: str
    about: str
    commands: Sequence[Mapping[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """Whose chat it is on the page: in which language's sample, and the school's id there."""

    language: str
    school_id: str


ShownListener = Callable[[Seen, Shown], None]
"""Told what reached somebody unasked, and who it is; called in the event loop."""


Passes = Callable[[datetime, Sequence[tuple[Seen, Shown]]], None]
"""Told where the clock is on its way, and what reached whom there; called outside the loop."""


class WebChat(Watched, Protocol):
    """The chat's back; all but `submit` and `listen` may block."""

    def listen(self, listener: ShownListener) -> None:
        """Tell somebody from now on what reaches the sample's people unasked."""

    def panes(self, language: str) -> Sequence[Pane]:
        """List the people of a language's sample, in the order of its file."""

    def submit(self, speaker: Speaker, said: Utterance) -> "Future[JobOutcome]":
        """Hand in what somebody says; ends after the commit, its value the answers shown."""

    def take_blanked(self, key: str) -> Sequence[tuple[Seen, Shown]]:
        """Read, once, the messages out of which an update took words, each with whose it is."""

    def transcript(self, person_id: int, before: int | None = None) -> Sequence[Shown]:
        """Read somebody's newest messages, or the newest before one, oldest first."""

    def deliver(self, language: str) -> Sequence[tuple[Seen, Shown]]:
        """Bring what waits for a sample's people; gives what reached whom."""

    def awaits_words(self, person_id: int) -> bool:
        """Say whether somebody was asked something that is answered in their own words."""

    def file(
        self, person_id: int, message_id: int, file_id: str, scheme: Scheme, still: int
    ) -> File | None:
        """Make a file of one of somebody's messages; None where there is none of that id.

        Of a film that must not move `still` says which picture of its weeks, from 1 on; else 0.
        """

    def attached(self, person_id: int, message_id: int) -> tuple[str, bytes] | None:
        """Find what somebody attached to a message of their own: its media type and its bytes."""

    def board(self, person_id: int) -> dict[str, Any] | None:
        """Read the colours of somebody's student, as that person may see them."""

    def now(self, language: str) -> datetime:
        """Read the instant, aware, on a sample's clock."""

    def clock(self, language: str) -> SampleClock | None:
        """Read a sample's clock; None where there is no sample."""

    def move(self, language: str, by: Move, passes: Passes) -> None:
        """Move a sample's clock; what reaches whom on the way is told as it comes."""
