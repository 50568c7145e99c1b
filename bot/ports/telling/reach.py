"""Who is reached: by what, and again after a while, with what waited for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind
from bot.ports.telling.outbox import OutboxMessage


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message that reached somebody, or may have: what it asks for, about what, and when."""

    asks: str
    about_id: int
    at: datetime


class Reach(Protocol):
    """What reached somebody, and what follows from reaching them again, in one transaction."""

    def list_arrived(self, person_id: int, kind: MessageKind, since: datetime) -> Sequence[Arrived]:
        """List what reached somebody since an instant, the newest first."""

    def has_arrived(self, person_id: int, since: datetime) -> bool:
        """Say whether anything at all reached somebody after an instant."""

    def reads_here(self, person_id: int, since: datetime) -> bool:
        """Say whether somebody without a chat reads what waits here for them.

        The sample's people do, and whoever talked here since an instant, or found here what waited;
        where a school uses no chats, everybody.
        """

    def list_uncome(self, asks: Collection[str], before: datetime) -> Sequence[OutboxMessage]:
        """List some of what waits since before an instant for people who do not come here.

        Of what asks for these alone, and where a school uses chats; by its id.
        """

    def give_up(self, message_id: int) -> bool:
        """Let a message that waits reach nobody; False where it does not wait any more."""

    def revive(self, person_id: int, platform: str, address: str, at: datetime) -> int:
        """Let what could not reach somebody, and is still of use, wait for this chat.

        What their days were to tell is told by the message of another day. Gives how many.
        """

    def take_back(
        self, kind: ErrandKind, about_id: int, since: datetime, at: datetime
    ) -> frozenset[int]:
        """Close what was given since an instant and not told; gives who was told meanwhile."""
