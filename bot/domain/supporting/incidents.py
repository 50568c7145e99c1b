"""An incident at work: told to the coaches at once, in the words of who reports it (ours).

The program is no emergency line, and says so each time.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.school.tracks import Role

INCIDENT_BY = frozenset({Role.STUDENT, Role.MENTOR, Role.TEACHER})
"""Who reports an incident; a coach is told of it."""

LONGEST_INCIDENT = 1500
"""Letters of a report, so that a coach reads all of it in one message."""


@dataclass(frozen=True, slots=True)
class Incident:
    """What somebody reported on a track, at an instant (UTC)."""

    id: int
    track_id: int
    student_id: int
    student: str
    by_id: int
    words: str
    told_at: datetime


@dataclass(frozen=True, slots=True)
class IncidentTrail:
    """What became of an incident, without its words and without who reported it.

    `coaches` are those it went to, by name, each with the instant (UTC) of having seen it.
    """

    id: int
    student: str
    told_at: datetime
    coaches: tuple[tuple[str, datetime | None], ...]

    @property
    def is_seen(self) -> bool:
        """Say whether a coach has seen it."""
        return any(seen for _name, seen in self.coaches)
