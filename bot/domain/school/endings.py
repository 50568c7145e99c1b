"""When a placement ends: who was around it then no longer looks on, and everything said stays."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PlacementLife:
    """A placement of a student, named as people know it; `ended_at` in UTC, None while it runs."""

    id: int
    track_id: int
    student: str
    student_id: str
    programme: str
    workplace: str
    ended_at: datetime | None
