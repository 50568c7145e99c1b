"""What flexible evaluation asks of the storage: the course components that students choose."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.evaluating.choosing import Chosen, LateChoice
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Track


class Choices(Protocol):
    """Choices of course components in a period."""

    def read_chosen(self, period: Period, tracks: Collection[int]) -> Mapping[int, Collection[int]]:
        """Read the course components that tracks chose, by track."""

    def read_by_period(self, track: Track) -> Mapping[int, Collection[int]]:
        """Read the course components that a track ever chose, by period."""

    def find(self, period: Period, track: Track, component_id: int) -> Chosen | None:
        """Find who chose a course component, and why, where it is chosen."""

    def put(self, period: Period, track: Track, chosen: Chosen) -> None:
        """Choose a course component that is not chosen yet."""

    def drop(self, period: Period, track: Track, component_id: int) -> bool:
        """No longer choose a course component; False where it was not chosen."""

    def add_late(self, late: LateChoice, organisation_id: int) -> int:
        """Keep what a teacher chose, or took back, late; gives its identity."""

    def find_late(self, late_id: int) -> LateChoice | None:
        """Find what a teacher chose, or took back, late."""

    def list_late(self, period: Period, tracks: Collection[int]) -> Sequence[LateChoice]:
        """List what was chosen, or taken back, late for tracks and stands, the oldest first."""

    def undo_late(self, late_id: int, at: datetime) -> None:
        """Note that a late choice was taken back."""
