"""A placement that stops before its agreed end, while the student's track goes on (ours).

Its mentors go after its last day. The student keeps the track, and so do teacher and coach, so a
new workplace begins with what is known.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.school.tracks import Role


class StopReason(StrEnum):
    """Why a placement stops; no more is asked, and nobody is blamed by it."""

    STUDENT = "student"
    COMPANY = "company"
    BOTH = "both"
    ELSE = "else"


class StopAudience(StrEnum):
    """Who hears that a placement stops; its coaches always do."""

    ALL = "all"
    SCHOOL = "school"
    COACH = "coach"


STOP_HEARD: dict[StopAudience, frozenset[Role]] = {
    StopAudience.ALL: frozenset(Role),
    StopAudience.SCHOOL: frozenset({Role.TEACHER, Role.COACH}),
    StopAudience.COACH: frozenset({Role.COACH}),
}
"""The roles around the student whose people hear of it."""

MAY_STOP = frozenset({Role.MENTOR, Role.COACH})
"""Who may say that a placement stops: a mentor of that placement, and a coach of the track."""

FARTHEST_DAYS = 400
"""Days from now until which a last day may be, so that a year that was mistyped is noticed."""


@dataclass(frozen=True, slots=True)
class Stopping:
    """What is said when a placement stops: why, its last day there, and who hears it."""

    reason: StopReason
    last_day: date
    hears: StopAudience


@dataclass(frozen=True, slots=True)
class PlacementStop:
    """A placement that stops or has stopped.

    `by_id` is who said so, None on the command line; `left_at` is since when (UTC) its mentors are
    no longer around, None until then.
    """

    placement_id: int
    track_id: int
    student_id: int
    student: str
    workplace: str
    organisation_id: int
    by_id: int | None
    said: Stopping
    said_at: datetime
    left_at: datetime | None
