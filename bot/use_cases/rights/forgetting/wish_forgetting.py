"""Note that somebody wants to be forgotten; they are asked again when they have slept on it."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.forgetting import LAPSES, ForgetState, Forgetting, slept_at
from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand


def wish_forgetting(uow: UnitOfWork, person: Person, at: datetime) -> Forgetting:
    """Note the wish at an instant (aware), or find the one that stands.

    One that was never confirmed and lapsed gives way to the new one.
    """
    standing = uow.forgettings.hold_open(person.id)
    if standing is not None:
        if standing.state(at) is not ForgetState.LAPSED:
            return standing
        uow.forgettings.withdraw(standing.id, at)
    wished = uow.forgettings.add(person.id, person.organisation_id, at)
    uow.rights_acts.note(
        person.organisation_id,
        RightsActKind.FORGET_WISHED,
        at,
        by=person.id,
        about=person.id,
        forgetting=wished.id,
    )
    asked_again = NewErrand(
        organisation_id=person.organisation_id,
        person_id=person.id,
        kind=ErrandKind.FORGET,
        subject=str(wished.id),
        due_at=slept_at(at, person.time_zone),
        expires_at=at + LAPSES,
        about_id=wished.id,
    )
    uow.errands.give([asked_again])
    return wished
