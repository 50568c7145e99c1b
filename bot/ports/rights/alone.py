"""Who would be left alone, and which tracks nobody minds any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """What somebody leaves behind: students without another coach, incidents nobody else reads.

    `administers` says that they are the only one who runs Kompaan for the school in the chat.
    """

    students: int = 0
    incidents: int = 0
    administers: bool = False


class Alone(Protocol):
    """Who is left alone, in one transaction."""

    def count_after(self, person_id: int) -> LeftAlone:
        """Count what would be left to nobody without this person."""

    def list_without_coach(self, world: World) -> Sequence[str]:
        """List the school's ids of students whose running track has no coach."""

    def list_without_workplace(self, world: World, since: datetime) -> Sequence[str]:
        """List those whose track runs, and whose last workplace was left by an instant (aware)."""
