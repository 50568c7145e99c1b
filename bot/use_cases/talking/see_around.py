"""Who is around a student, by name and role."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Around:
    """Somebody around a student, and in which role."""

    name: str
    role: Role


def see_around(uow: UnitOfWork, track: Track) -> Sequence[Around]:
    """List the mentors, teachers and coaches of a track.

    Where it has ended it is who was teacher or coach then, for whoever looks back on it.
    """
    ids = [(who, role) for who, role in uow.interventions.list_scorers(track.id)]
    ids += [(who, Role.COACH) for who, _zone in uow.alerts.list_coaches(track.id)]
    if track.looks_back:
        ids += uow.endings.list_at_the_end(track.id)
    found = [(uow.people.find(who), role) for who, role in ids if role is not Role.STUDENT]
    return [Around(known.name, role) for known, role in found if known is not None]
