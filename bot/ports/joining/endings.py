"""What joining asks of the storage of placements: how they end, and are taken up again."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Role
from bot.ports.worlds import World

ALL = 10**9
"""More than there are."""


class Endings(Protocol):
    """Placements that end, and are taken up again with everybody who was around them."""

    def find(self, placement_id: int) -> PlacementLife | None:
        """Find a placement, ended or not."""

    def list_of_student(self, student_id: int) -> Sequence[PlacementLife]:
        """List the placements of a student, ended or not."""

    def list_of_track(self, track_id: int) -> Sequence[PlacementLife]:
        """List the placements of a track, ended or not."""

    def list_coached(self, coach_id: int) -> Sequence[PlacementLife]:
        """List the ended placements around which somebody was the coach."""

    def list_former(self, person_id: int) -> Sequence[PlacementLife]:
        """List the placements that somebody has left in any role, the last ones first.

        They ended, or stopped for their mentors. None of a track around which they still are.
        """

    def list_at_the_end(self, track_id: int) -> Sequence[tuple[int, Role]]:
        """List who was teacher or coach of a track when all of it ended; nobody while it runs."""

    def list_over(self, world: World, today: date, at_most: int = ALL) -> Sequence[int]:
        """List running placements of a world whose agreed last day is before this one."""

    def end(self, placements: Collection[int], at: datetime) -> None:
        """End placements: nobody is around them any more; who was is kept."""

    def resume(self, placements: Collection[int]) -> None:
        """Take ended placements up again, with who was around them."""
