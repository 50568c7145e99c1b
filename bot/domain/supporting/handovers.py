"""Tracks that one coach hands over to another: what of it has been done, and what went along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bot.domain.days import day_begins_anywhere

FARTHEST_DAYS = 366
"""Days ahead a handover may be agreed for: what is farther must be a slip."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What changed hands with a track, by identities, so that it can go back exactly.

    `placements` lost the coach of before, and `gained` are those at which the new one was not
    coach yet.
    """

    placements: Sequence[int] = ()
    gained: Sequence[int] = ()
    visits: Sequence[int] = ()
    questions: Sequence[int] = ()

    def written(self) -> dict[str, list[int]]:
        """Write it as plain values."""
        return {
            "placements": list(self.placements),
            "gained": list(self.gained),
            "visits": list(self.visits),
            "questions": list(self.questions),
        }


def read_moved(written: Mapping[str, Any] | None) -> Moved:
    """Read what was written."""
    return Moved(**{name: tuple(ids) for name, ids in (written or {}).items()})


@dataclass(frozen=True, slots=True)
class HandoverWish:
    """Which track goes from whom to whom, as somebody (`by_id`) says it.

    `due_on` is the first day of the new coach; None where it is at once.
    """

    organisation_id: int
    track_id: int
    from_id: int
    to_id: int
    by_id: int
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """One track's way to another coach; instants are in UTC.

    It is planned until `done_at`, and stands no more from `ended_at` on: called off or taken back.
    Whether the new coach, and the one of before, coach the track now says what was done since.
    """

    id: int
    wish: HandoverWish
    student_id: int
    student: str
    made_at: datetime
    done_at: datetime | None = None
    ended_at: datetime | None = None
    seen_at: datetime | None = None
    moved: Moved = field(default_factory=Moved)
    new_coaches: bool = True
    old_coaches: bool = False

    @property
    def is_planned(self) -> bool:
        """Say whether its day is still to come."""
        return self.done_at is None and self.ended_at is None

    @property
    def stands(self) -> bool:
        """Say whether the new coach is coach by it."""
        return self.done_at is not None and self.ended_at is None

    @property
    def failed(self) -> bool:
        """Say whether it could not be carried out when its day came; not that it was called off."""
        due = self.wish.due_on
        if self.ended_at is None or self.done_at is not None or due is None:
            return False
        return self.ended_at > day_begins_anywhere(due)

    @property
    def holds(self) -> bool:
        """Say whether it stands and the new coach is coach yet, whatever happened since."""
        return self.stands and self.new_coaches
