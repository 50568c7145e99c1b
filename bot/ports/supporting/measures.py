"""What helps students, as it is stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.school.tracks import Track
from bot.domain.supporting.measures import Measure, MeasureShare


class Measures(Protocol):
    """Support measures, in one transaction."""

    def list_own(self, student_id: int) -> Sequence[Measure]:
        """List all that somebody wrote, in the order in which it was written."""

    def list_readable(self, track: Track) -> Sequence[Measure]:
        """List what its student shares with who meets this track in these roles."""

    def add(self, student_id: int, words: str, share: MeasureShare, at: datetime) -> int:
        """Keep a measure, said at an instant (aware); gives its id."""

    def restore(self, student_id: int, measure: Measure, at: datetime) -> None:
        """Keep a measure again that was dropped, under the id that it had."""

    def set_share(self, student_id: int, measure_id: int, share: MeasureShare) -> bool:
        """Change who reads a measure; False where the student has none of that id."""

    def drop(self, student_id: int, measure_id: int) -> bool:
        """Delete a measure; False where the student has none of that id."""
