"""Name who coaches a school's teachers, or end that."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.inducting.of_staff import require_staff


def make_teachers_coach(
    uow: UnitOfWork, person: Person, at: datetime, by: int | None = None
) -> bool:
    """Name somebody, as `by` wishes in a chat; False where they were one already.

    Raises NotOfStaff for a student or a mentor.
    """
    require_staff(uow, person)
    if not uow.teachers_coaches.make(person, at):
        return False
    kind = RightsActKind.TEACHERS_COACH_MADE
    uow.rights_acts.note(person.organisation_id, kind, at, by, person.id)
    if by is not None:
        uow.acts.record(by, Act.TEACHERS_COACH, at, person.name)
    return True


def end_teachers_coach(
    uow: UnitOfWork, person: Person, at: datetime, by: int | None = None
) -> bool:
    """Let somebody no longer be one; False where they were none."""
    if not uow.teachers_coaches.end(person):
        return False
    kind = RightsActKind.TEACHERS_COACH_ENDED
    uow.rights_acts.note(person.organisation_id, kind, at, by, person.id)
    if by is not None:
        uow.acts.record(by, Act.TEACHERS_COACH, at, person.name)
    return True
