"""Who is reached: by what, and again after a while, with what waited for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.telling.errands import ErrandKind
from bot.messages import MessageKind


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
        """Say whether anything at all reached somebody at an instant or after it."""

    def revive(self, person_id: int, platform: str, address: str, at: datetime) -> int:
        """Let what could not reach somebody, and is still of use, wait for this chat.

        What their days were to tell is told by the message of another day. Gives how many.
        """

    def take_back(
        self, kind: ErrandKind, about_id: int, since: datetime, at: datetime
    ) -> frozenset[int]:
        """Close what was given since an instant and not told; gives who was told meanwhile."""
