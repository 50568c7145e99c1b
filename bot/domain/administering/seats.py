"""Who gains or loses a role around a student who was there already, as a file brings it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.school.tracks import Role

SEAT_ROLES = (Role.MENTOR, Role.TEACHER, Role.COACH)
"""The roles around a student; a line of the log names one by its place here, which stays."""

Seats = frozenset[tuple[int, int, str]]
"""Who is around: a track, a person and a role."""


@dataclass(frozen=True, slots=True)
class SeatChange:
    """Somebody who gains a role around a student (`began`), or loses it."""

    student_id: int
    track_id: int
    person_id: int
    role: Role
    began: bool


def list_seat_changes(
    students: Mapping[int, int], before: Seats, after: Seats
) -> Iterator[SeatChange]:
    """List what changed around the tracks of `students` (track to student), track by track.

    A track that was not there before is left out: nothing was said on it that somebody could see.
    """
    for seat in sorted(before ^ after):
        track, person, role = seat
        if track in students:
            yield SeatChange(students[track], track, person, Role(role), seat in after)


def list_coached(changes: Iterable[SeatChange]) -> frozenset[int]:
    """List the tracks around which somebody became coach, or is coach no longer."""
    return frozenset(change.track_id for change in changes if change.role is Role.COACH)
