"""List whom a student can ask for feedback on an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.school.tracks import Role
from bot.ports import UnitOfWork
from bot.use_cases.reflecting.find_own_answer import OwnAnswer

ROLES = (Role.MENTOR, Role.TEACHER)
"""Who gives feedback; a coach asks questions."""


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody who can be asked for feedback, and in which role."""

    person_id: int
    name: str
    role: Role


def list_givers(uow: UnitOfWork, answer: OwnAnswer) -> Iterator[Giver]:
    """List the mentors and teachers of an answer's track who were not asked yet."""
    asked = {feedback.giver_id for feedback in answer.feedback}
    for person_id, role in uow.interventions.list_scorers(answer.track_id):
        if role in ROLES and person_id not in asked:
            person = uow.people.find(person_id)
            if person is not None:
                yield Giver(person_id, person.name, role)
