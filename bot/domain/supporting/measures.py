"""What helps a student: support measures in the student's own words, and who reads them.

Ours. A measure is for working together, never for judging: no score and no colour knows of it.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.school.tracks import Role

AT_MOST = 6
"""Measures that stand at once, so that they are read."""

LONGEST = 160
"""Letters of one measure, so that it stands in a line or two on a phone."""


class MeasureShare(StrEnum):
    """Who reads a measure."""

    ME = "me"
    WORK = "work"
    BOTH = "both"
    ALL = "all"


MEASURE_READERS: dict[MeasureShare, frozenset[Role]] = {
    MeasureShare.ME: frozenset({Role.STUDENT}),
    MeasureShare.WORK: frozenset({Role.STUDENT, Role.MENTOR}),
    MeasureShare.BOTH: frozenset({Role.STUDENT, Role.MENTOR, Role.TEACHER}),
    MeasureShare.ALL: frozenset(Role),
}
"""The roles around a student whose people read a measure that is shared so."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that helps a student, in the student's words."""

    id: int
    words: str
    share: MeasureShare


def readable(roles: frozenset[Role], share: MeasureShare) -> bool:
    """Say whether somebody in these roles on a track of the student reads it."""
    return bool(roles & MEASURE_READERS[share])
