"""Make somebody of the school one of those who run its Kompaan."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


def make_administrator(
    uow: UnitOfWork, person: Person, at: datetime, by: int | None = None
) -> bool:
    """Make somebody an administrator, as `by` wishes in a chat; False where they were one."""
    uow.administrators.hold(person.organisation_id)
    if not uow.administrators.make(person, at):
        return False
    kind = RightsActKind.ADMINISTRATOR_MADE
    uow.rights_acts.note(person.organisation_id, kind, at, by, person.id)
    return True
