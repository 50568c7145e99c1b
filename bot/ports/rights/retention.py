"""How long records are kept after a track has ended, as it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.rights.retention import Keeping, TrackLife
from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class KeptTrack:
    """A track that has ended, whose it is, and what became of it by now."""

    track_id: int
    organisation_id: int
    programme_id: int
    student_id: int
    keeping: Keeping
    life: TrackLife


class Retentions(Protocol):
    """Retention, in one transaction."""

    def read_keeping(self, programme_id: int) -> Keeping:
        """Read for how many months a programme keeps what."""

    def set_keeping(self, programme_id: int, keeping: Keeping) -> None:
        """Change that; what is next of its tracks is worked out anew with the next tick."""

    def find(self, track_id: int) -> KeptTrack | None:
        """Find a track that has ended; None for one that runs."""

    def list_ended_of(self, person_id: int) -> Sequence[KeptTrack]:
        """List the ended tracks of a student."""

    def list_stirring(self, world: World, at_most: int) -> Sequence[int]:
        """List tracks for which something is to be planned or done by now."""

    def plan(self, track: KeptTrack, next_at: datetime | None) -> None:
        """Note when something is next to be done about a track; None for nothing any more."""

    def forget_plan(self, track_id: int) -> None:
        """Forget what was planned for a track that runs again."""

    def mark_told(self, track_id: int, at: datetime) -> None:
        """Note that it was announced."""

    def keep_longer(self, track_id: int, by_id: int, until: datetime) -> None:
        """Note that somebody wants it kept until an instant (aware)."""

    def mark_records_erased(self, track_id: int, at: datetime) -> None:
        """Note that what was said on it is gone."""

    def mark_words_erased(self, track_id: int, at: datetime) -> None:
        """Note that the words of its photos and decisions are gone, too."""

    def is_kept_longer(self, track_id: int, at: datetime) -> bool:
        """Say whether somebody let a track be kept beyond an instant, and nothing went since."""

    def list_around(self, track_id: int) -> Sequence[int]:
        """List who was around a track when it ended, and its coaches among them."""

    def list_coaches(self, track_id: int) -> Sequence[int]:
        """List who was its coach when it ended."""

    def list_left(self, people: Sequence[int]) -> Sequence[int]:
        """List who of these is around nobody, no administrator, and no student with words kept."""

    def count_waiting(self, world: World) -> tuple[int, int]:
        """Count the ended tracks that wait for their time, and those that are overdue by a day."""
