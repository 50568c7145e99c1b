"""What flexible evaluation asks of the storage: the course components that students choose."""

from collections.abc import Collection, Mapping
from typing import Protocol

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Track


class Choices(Protocol):
    """Choices of course components in a period."""

    def read_chosen(self, period: Period, tracks: Collection[int]) -> Mapping[int, Collection[int]]:
        """Read the course components that tracks chose, by track."""

    def toggle(self, period: Period, track: Track, component_id: int) -> None:
        """Choose a course component, or no longer choose it."""
