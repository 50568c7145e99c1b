"""Whom somebody can turn to who is in danger: the school's own text, or the coaches by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.school.tracks import Person, Role, Track
from bot.ports import UnitOfWork

NAMED = 3
"""People named at most: of a mentor's many students not every coach."""


@dataclass(frozen=True, slots=True)
class Help:
    """A person to turn to: in the school's own words where it has any, and coaches by name."""

    own: str
    coaches: Sequence[str]


def whom_to_turn_to(uow: UnitOfWork, person: Person, tracks: Sequence[Track]) -> Help:
    """Find whom to turn to: the coaches of somebody's own tracks, or of those they are around."""
    own = [track for track in tracks if Role.STUDENT in track.roles] or tracks
    ids = [coach for track in own for coach, _zone in uow.alerts.list_coaches(track.id)]
    others = [coach for coach in dict.fromkeys(ids) if coach != person.id][:NAMED]
    found = [uow.people.find(coach) for coach in others]
    names = [coach.name for coach in found if coach is not None]
    return Help(uow.people.read_care(person.organisation_id), names)
