"""Let somebody no longer run a school's Kompaan."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


class LastAdministrator(Exception):
    """Nobody else of the school could make another one in a chat."""


def end_administrator(uow: UnitOfWork, person: Person, at: datetime, by: int | None = None) -> bool:
    """Let somebody no longer be an administrator; False where they were none.

    Raises LastAdministrator where `by` ends the last one in a chat; the command line may.
    """
    uow.administrators.hold(person.organisation_id)
    standing = uow.administrators.list_of(person.organisation_id)
    if person.id not in {own.id for own in standing}:
        return False
    if by is not None and len(standing) == 1:
        raise LastAdministrator
    uow.administrators.end(person)
    kind = RightsActKind.ADMINISTRATOR_ENDED
    uow.rights_acts.note(person.organisation_id, kind, at, by, person.id)
    return True
