"""Who is reached again after a while: what waited for them, and who was told that they are away."""

from datetime import datetime
from typing import Protocol

from bot.domain.telling.errands import ErrandKind


class Reach(Protocol):
    """What follows from reaching somebody again, in one transaction."""

    def revive(self, person_id: int, platform: str, address: str, at: datetime) -> int:
        """Let what could not reach somebody, and is still of use, wait for this chat.

        What their days were to tell is told by the message of another day. Gives how many.
        """

    def take_back(
        self, kind: ErrandKind, about_id: int, since: datetime, at: datetime
    ) -> frozenset[int]:
        """Close what was given since an instant and not told; gives who was told meanwhile."""
