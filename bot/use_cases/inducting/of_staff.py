"""Who may coach teachers, or be a teacher new to dual learning: the school's own people."""

from bot.domain.school.tracks import Person, Role
from bot.ports import UnitOfWork


class NotOfStaff(Exception):
    """Somebody is a student or a mentor, and no teacher."""


def require_staff(uow: UnitOfWork, person: Person) -> None:
    """Raise NotOfStaff for whoever is a student, or a mentor and nothing at school.

    Somebody in no role yet passes: a teacher may begin before the first class is in a roster.
    """
    roles = set(uow.school_people.list_roles(person.id))
    if Role.STUDENT in roles or roles == {Role.MENTOR}:
        raise NotOfStaff
