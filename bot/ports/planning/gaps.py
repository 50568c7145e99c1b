"""What telling of gaps asks of the storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.planning.contexts import WorkCounts
from bot.domain.scoring.prior import Recognised
from bot.ports.worlds import People, World


@dataclass(frozen=True, slots=True)
class GapTold:
    """Somebody to tell of a track's gaps before a photo or its end, once: `subject` says which."""

    organisation_id: int
    person_id: int
    track_id: int
    programme_id: int
    subject: str
    deadline: datetime


@dataclass(frozen=True, slots=True)
class OnCampus:
    """A competence that a session on campus is on for a student: confirmed, or `given` to them.

    `starts_at` is aware.
    """

    track_id: int
    competence_id: int
    class_group_id: int
    teacher_id: int
    starts_at: datetime
    given: bool


class Gaps(Protocol):
    """Whom to tell of gaps, in one transaction."""

    def list_to_tell(self, world: World, people: People, until: datetime) -> Sequence[GapTold]:
        """List the students and coaches of tracks with a photo or an end before an instant (aware).

        Of tracks with a training plan or coming work, and without those who were told already.
        """

    def read_counts(self, track_ids: Collection[int]) -> Mapping[int, WorkCounts]:
        """Read what came up in tracks, as the system: nobody is shown it."""

    def list_recognised(self, track_ids: Collection[int]) -> Mapping[int, Sequence[Recognised]]:
        """Read what is recognised as learned before, as the system: nobody is shown it."""

    def list_coming(self, track_ids: Collection[int], at: datetime) -> Mapping[int, frozenset[int]]:
        """List the contexts that come up in tracks, and are not over at an instant (aware)."""

    def list_on_campus(self, track_ids: Collection[int]) -> Sequence[OnCampus]:
        """List what sessions were given to tracks, and what is confirmed in their class groups."""
