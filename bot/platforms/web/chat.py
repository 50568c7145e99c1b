"""What a page needs of the rest to talk as somebody: one chat, kept in its transcript."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from bot.messages import File
from bot.platforms.transcript import Speaker, Utterance
from bot.ports import JobOutcome, Shown
from bot.showing.palette import Scheme


@dataclass(frozen=True, slots=True)
class Pane:
    """Who speaks in a chat: who it is, in which roles, and a sentence about them.

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
class Place:
    """Whose chat a request is about, and how that is said to the page.

    `name` is what the page calls them, `channel` what its open windows listen to; what we made is
    found below `made`, what somebody attached below `attached`.
    """

    speaker: Speaker
    name: str
    channel: str
    made: str
    attached: str


class Chat(Protocol):
    """The chats behind a page; all but `submit` may block."""

    def submit(self, speaker: Speaker, said: Utterance) -> "Future[JobOutcome]":
        """Hand in what somebody says; ends after the commit, its value the answers shown."""

    def take_blanked(self, key: str) -> Sequence[tuple[int, Shown]]:
        """Read, once, the messages out of which an update took words, each with whose it is."""

    def transcript(self, person_id: int, before: int | None = None) -> Sequence[Shown]:
        """Read somebody's newest messages, or the newest before one, oldest first."""

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
