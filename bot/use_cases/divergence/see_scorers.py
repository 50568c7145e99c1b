"""Who scores on a track, by name."""

from dataclasses import dataclass

from bot.domain.school.tracks import Role
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Scorer:
    """Somebody who scores on a track, and in which role; the school's id tells namesakes apart."""

    person_id: int
    name: str
    role: Role
    school_id: str = ""


def see_scorers(uow: UnitOfWork, track_id: int) -> list[Scorer]:
    """List who scores on a track: the student, the mentors and the teachers."""
    found = []
    for person_id, role in uow.interventions.list_scorers(track_id):
        person = uow.people.find(person_id)
        if person is not None:
            found.append(Scorer(person_id, person.name, role, person.school_id))
    return found
