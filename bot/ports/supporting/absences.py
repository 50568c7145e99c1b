"""Who is away, as those around may know it."""

from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from typing import Protocol


class Absences(Protocol):
    """Absences, in one transaction; how they are set stands with a person's preferences."""

    def list_known(self, people: Sequence[int], at: datetime) -> Mapping[int, datetime]:
        """Read until when those of these people are away who told it or of whom it was noted.

        Times are aware; an absence that somebody keeps to themselves is not among them.
        """

    def list_away(self, people: Sequence[int], at: datetime) -> Set[int]:
        """List who of these people was away at an instant (aware) that may be past.

        It has to be known as above, and noted by then; who came back since was not away.
        """
