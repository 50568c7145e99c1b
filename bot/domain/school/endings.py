"""When a placement ends: who was around it then no longer looks on, and everything said stays.

But for the class council, which often meets when all has ended (ours).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

COUNCIL_DAYS = 300
"""Days after a track has ended in which its teachers and coaches see what the council needs.

Ours: as long as a school year lasts, since who stops in its first week is decided about at its end.
"""

HEARD_DAYS = 14
"""Days before a photo in which a track may have ended that the council still hears of (ours)."""


def council_since(at: datetime) -> datetime:
    """Say since when a track may have ended so that its council still sees it at an instant."""
    return at - timedelta(days=COUNCIL_DAYS)


def heard_since(as_of: datetime) -> datetime:
    """Say since when a track may have ended to be among those of a photo's instant."""
    return as_of - timedelta(days=HEARD_DAYS)


@dataclass(frozen=True, slots=True)
class PlacementLife:
    """A placement of a student, named as people know it; `ended_at` in UTC, None while it runs.

    `person_id` is the student, whom the school knows as `student_id`.
    """

    id: int
    organisation_id: int
    track_id: int
    person_id: int
    student: str
    student_id: str
    programme: str
    workplace: str
    ended_at: datetime | None
