"""Who is away, as those around may know it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol


class Absences(Protocol):
    """Absences, in one transaction; how they are set stands with a person's preferences."""

    def list_known(self, people: Sequence[int], at: datetime) -> Mapping[int, datetime]:
        """Read until when those of these people are away who told it or of whom it was noted.

        Times are aware; an absence that somebody keeps to themselves is not among them.
        """
