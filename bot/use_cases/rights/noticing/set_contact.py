"""Say whom a school's people ask about what is kept of them."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.ports import UnitOfWork


def set_contact(uow: UnitOfWork, organisation_id: int, contact: str, at: datetime) -> bool:
    """Say it in the school's own words, on one line; an empty text takes it away.

    False where it is so already.
    """
    said = " ".join(contact.split())
    if uow.notices.read_contact(organisation_id) == said:
        return False
    uow.notices.set_contact(organisation_id, said)
    uow.rights_acts.note(organisation_id, RightsActKind.SCHOOL_CHANGED, at)
    return True
