"""An address takes no mail: nothing more is sent there, and who can mend it is told."""

from datetime import datetime

from bot.domain.school.tracks import Person
from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.places import Place
from bot.ports import UnitOfWork
from bot.use_cases.telling.places import list_places, lose_place
from bot.use_cases.telling.tell_unreachable import errand_about


def refuse_address(uow: UnitOfWork, person: Person, address: str, at: datetime) -> bool:
    """Note that an address of somebody's takes no mail; False where that was known.

    They are told where they are reached now. The coaches are told where nothing rings for them any
    more, on no phone and in no chat.
    """
    had = list_places(uow, person.id, at)
    if not uow.mail_addresses.refuse(person.id, address, at):
        return False
    if Place.MAIL not in had:
        return True  # it was not used
    lose_place(uow, person.id, Place.MAIL, at)
    if any(place not in (Place.MAIL, Place.PAGE) for place in had):
        return True
    coaches = uow.tracks.list_coaches_around(person.id)
    uow.errands.give(
        [
            errand_about(ErrandKind.UNMAILED, person, Place.MAIL, coach, at)
            for coach in coaches
            if coach != person.id
        ]
    )
    return True


def bounce_address(uow: UnitOfWork, address: str, at: datetime) -> int:
    """Note that mail to an address came back, of everybody who gets theirs there.

    Gives how many that are, also where it was known.
    """
    found = uow.mail_addresses.list_at(address)
    for known in found:
        person = uow.people.find(known.person_id)
        if person is not None:
            refuse_address(uow, person, known.address, at)
    return len(found)
