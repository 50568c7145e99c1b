"""What the page of real people needs of the rest: their sessions, and the chat of each."""

from collections.abc import Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.joining.sessions import Session
from bot.domain.rights.noticing import SchoolNotice
from bot.messages import File, Sayable
from bot.platforms.web.chat import Chat, Pane
from bot.ports import JobOutcome, Shown


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """Who stands at the door: from which line, with which code, from which form and device.

    `digests` are those of the tokens that the device has; `device` says what it is.
    """

    line: str
    typed: str
    nonce: str
    digests: Sequence[str]
    device: str
    language: str


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of it: the seat that is open now, with a new token; or what to say instead."""

    seat: str = ""
    token: str = ""
    refusal: Sayable | None = None


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody whose chat is open on this device."""

    session: Session
    name: str


class PageBack(Chat, Protocol):
    """The page's back; all but `submit` and `enter` may block."""

    def enter(self, at_the_door: AtTheDoor) -> "Future[JobOutcome]":
        """Redeem a code; its value is an Entered."""

    def find(self, seat: str, digests: Collection[str]) -> Session | None:
        """Find an open session that one of these tokens opens, and note that it is used."""

    def list_seated(self, digests: Collection[str]) -> Sequence[Seated]:
        """List whose chats these tokens open."""

    def who(self, person_id: int) -> Pane | None:
        """Describe who talks in a chat; None where there is nobody any more."""

    def holds(self, person_id: int, message_id: int) -> bool:
        """Say whether a message is one of somebody's chat."""

    def language(self, person_id: int) -> str:
        """Tell which language somebody reads; empty where there is nobody any more."""

    def unread(self, person_id: int) -> Sequence[int]:
        """List the messages that reached somebody and were not yet seen, oldest first."""

    def see(self, person_id: int, up_to: int) -> None:
        """Note that somebody saw what reached them, up to a message."""

    def newest(self, person_id: int) -> int:
        """Read the number of somebody's newest message; 0 where there is none."""

    def bring(self) -> Sequence[tuple[int, Shown]]:
        """Bring what waits for people on the page; gives what reached whom."""

    def mute(self, stop: str) -> None:
        """Mute whose e-mails bear a code; nobody where it is none's."""

    def take_own_data(self, code: str, digests: Collection[str]) -> File | None:
        """Fetch the file with somebody's own data that a link opens.

        None where it opens none, or where these tokens open the chats of others alone.
        """

    def school_notices(self) -> Sequence[SchoolNotice]:
        """List what the schools here tell everybody of what they keep."""

    def take_ended(self, key: str) -> Sequence[int]:
        """Tell, once, whose sessions an update ended."""

    def qr(self, code: str) -> bytes:
        """Draw the link of a code as a picture for a camera."""

    def leave(self, session: Session) -> None:
        """End a session, as its own person wishes."""

    def now(self) -> datetime:
        """Tell when something is said that comes in now."""
