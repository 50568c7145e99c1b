"""Placements that stop, as they are stored."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.school.tracks import Role
from bot.domain.supporting.stops import PlacementStop, Stopping
from bot.ports.worlds import World

ALL = 10**9
"""More than there are."""


class Stops(Protocol):
    """Placements that stop while their track goes on, in one transaction."""

    def find(self, placement_id: int) -> PlacementStop | None:
        """Find how a placement stops; None where nobody said that it does."""

    def list_of(self, track_id: int) -> Sequence[PlacementStop]:
        """List the placements of a track that stop or stopped, the last day that is latest last."""

    def list_around(self, placement_id: int) -> Sequence[tuple[int, Role]]:
        """List who is around a placement, and its mentors where they have left."""

    def is_without_workplace(self, track_id: int) -> bool:
        """Say whether every placement of a track that has not ended was left by its mentors."""

    def keep(
        self, placement_id: int, by: int | None, said: Stopping, at: datetime
    ) -> PlacementStop:
        """Note that a placement stops; `at` is aware."""

    def drop(self, placement_id: int) -> None:
        """Forget that a placement stopped, and bring its mentors back."""

    def list_over(self, world: World, today: date, at_most: int = ALL) -> Sequence[int]:
        """List placements of a world whose last day is before this one, with mentors around."""

    def leave(self, placements: Collection[int], at: datetime) -> None:
        """Let the mentors of placements leave; who they were is kept."""
