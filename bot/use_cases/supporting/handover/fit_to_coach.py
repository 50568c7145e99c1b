"""Say who can be the coach of students whom another one hands over."""

from bot.domain.school.tracks import Person, Role
from bot.ports import UnitOfWork

NO_COACHES = frozenset({Role.STUDENT, Role.MENTOR})
"""Who has one of these roles is not of the school, and coaches nobody."""


def may_coach(uow: UnitOfWork, coach: Person, other: Person) -> bool:
    """Say whether somebody can take tracks over from a coach."""
    if other.id == coach.id or other.organisation_id != coach.organisation_id:
        return False
    return _is_of_school(uow, other.id)


def may_still_coach(uow: UnitOfWork, organisation_id: int, person_id: int) -> bool:
    """Say whether somebody who was named before is still there, and can be a coach."""
    if uow.school_people.find(organisation_id, person_id) is None:
        return False
    return _is_of_school(uow, person_id)


def _is_of_school(uow: UnitOfWork, person_id: int) -> bool:
    """Neither a student nor of a company, nor somebody who speaks for a sector."""
    if NO_COACHES & set(uow.school_people.list_roles(person_id)):
        return False
    return uow.sectors.find_spoken_for(person_id) is None
