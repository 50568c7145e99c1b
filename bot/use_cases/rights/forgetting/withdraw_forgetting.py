"""Take a wish to be forgotten back, for as long as nothing is erased."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.use_cases.rights.forgetting.tell_deciders import tell_deciders


def withdraw_forgetting(uow: UnitOfWork, person: Person, at: datetime) -> bool:
    """Take it back; those who had heard of it hear that, too. False where there is none."""
    wished = uow.forgettings.hold_open(person.id)
    if wished is None:
        return False
    uow.forgettings.withdraw(wished.id, at)
    uow.rights_acts.note(
        person.organisation_id,
        RightsActKind.FORGET_WITHDRAWN,
        at,
        by=person.id,
        about=person.id,
        forgetting=wished.id,
    )
    if wished.confirmed_at is not None:
        tell_deciders(uow, wished, Asks.FORGET_WITHDRAWN, at)
    return True
