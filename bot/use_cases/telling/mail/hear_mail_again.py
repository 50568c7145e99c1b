"""E-mail to somebody is taken again: who was told otherwise hears it."""

from datetime import datetime

from bot.domain.telling.errands import ErrandKind
from bot.domain.telling.places import Place
from bot.ports import UnitOfWork
from bot.use_cases.telling.tell_unreachable import errand_about


def hear_mail_again(uow: UnitOfWork, person_id: int, at: datetime) -> None:
    """Note that somebody's address takes mail; where none was refused nothing changes."""
    since = uow.mail_addresses.take_refusal(person_id)
    person = uow.people.find(person_id)
    if since is None or person is None:
        return
    told = uow.reach.take_back(ErrandKind.UNMAILED, person_id, since, at)
    coaches = told & set(uow.tracks.list_coaches_around(person_id))
    uow.errands.give(
        [
            errand_about(ErrandKind.REACHED, person, Place.MAIL, coach, at)
            for coach in sorted(coaches)
        ]
    )
