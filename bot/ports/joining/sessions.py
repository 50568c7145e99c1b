"""What the page asks of the storage: the sessions of people's devices."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.joining.sessions import Ending, Session
from bot.domain.school.tracks import Person


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session to open: of its token and its form only digests are kept."""

    seat: str
    digest: str
    nonce_digest: str
    invitation_id: int | None
    device: str


@dataclass(frozen=True, slots=True)
class DeviceHolder:
    """Somebody around a coach's tracks, and on how many devices their chat is open."""

    person_id: int
    name: str
    devices: int


class Sessions(Protocol):
    """The devices on which people's chats are open on the page."""

    def open(self, person: Person, new: NewSession, at: datetime) -> Session:
        """Open a session."""

    def find(self, seat: str, digests: Collection[str]) -> Session | None:
        """Find a session by its name, if one of these digests is that of its token."""

    def find_by_id(self, session_id: int) -> Session | None:
        """Find a session, ended or not."""

    def find_repeated(self, invitation_id: int, nonce_digest: str) -> Session | None:
        """Find the session that an invitation opened by the same form."""

    def list_held(self, digests: Collection[str]) -> Sequence[Session]:
        """List the sessions of these tokens that were not ended, the last used first."""

    def list_of(self, person_id: int) -> Sequence[Session]:
        """List somebody's sessions that were not ended, the last used first."""

    def renew(self, session: Session, digest: str) -> None:
        """Change the token of a session; the former one opens nothing any more."""

    def touch(self, session: Session, at: datetime) -> None:
        """Note that a session is used."""

    def end(self, session: Session, why: Ending, at: datetime, by: int | None = None) -> bool:
        """End a session; False where it had ended before. `by` is whoever did it."""

    def list_ended(self, person_id: int, at_most: int) -> Sequence[Session]:
        """List somebody's sessions that were ended, the last ended first."""

    def list_around(self, coach_id: int, used_since: datetime) -> Sequence[DeviceHolder]:
        """List who is around the tracks of a coach, by name; not that coach.

        Of their devices count the sessions that were not ended, and used since an instant.
        """

    def take_ended(self) -> Sequence[int]:
        """Tell, once, whose sessions this transaction has ended."""

    def list_stale(self, unused_since: datetime, at_most: int) -> Sequence[Session]:
        """List sessions that were not ended, and not used since before an instant."""
