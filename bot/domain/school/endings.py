"""When a placement ends: who was around it then no longer looks on, and everything said stays.

But for the class council, which often meets when all has ended (ours).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.days import day_of

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
    """A placement of a student, named as people know it.

    `ended_at` (UTC) is None while it runs; its mentors may have left before (`left_at`, UTC).
    `agreed_on` is the last day that was agreed of it: the one on which it stops, else its end.
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
    left_at: datetime | None = None
    agreed_on: date | None = None

    def last_day(self, zone: str) -> date | None:
        """Say which was its last day in a zone, for its mentors at least; None while it runs.

        The clock ends it on the day after the agreed one, and somebody may end it before that day.
        """
        left = self.left_at or self.ended_at
        if left is None:
            return None
        noticed = day_of(left, zone)
        return min(noticed, self.agreed_on) if self.agreed_on else noticed
