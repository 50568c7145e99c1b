"""What follows where somebody is erased who stood in, or for whom another one stands in.

Who stood in does so no more: who was away is asked again, and the coach hears it. Who stands in for
somebody who is gone goes on until the day, and the coach hears that nobody comes behind it.
"""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.supporting.substitutes import Substitution, join_substitutes
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.use_cases.supporting.absence.note_absence import keep_away
from bot.use_cases.supporting.substitutes.log_roles import log_roles
from bot.use_cases.supporting.substitutes.tell_substitute import tell_one


def list_stood_in_by(uow: UnitOfWork, person_id: int) -> list[Substitution]:
    """List for whom somebody stands in, before they are erased."""
    about = uow.substitutes.list_about(person_id)
    return list(join_substitutes(own for own in about if own.person_id == person_id))


def list_standing_in_for(uow: UnitOfWork, person_id: int) -> list[Substitution]:
    """List who stands in for somebody, before they are erased."""
    about = uow.substitutes.list_about(person_id)
    return list(join_substitutes(own for own in about if own.absent_id == person_id))


def tell_nobody_comes_back(uow: UnitOfWork, left: Iterable[Substitution], at: datetime) -> None:
    """Tell the coaches that who was away is gone: behind the last day there is nobody."""
    for own in left:
        for coach in sorted(_coaches(uow, own)):
            to = (own.first.organisation_id, coach)
            tell_one(uow, to, Asks.SUBSTITUTE_LEFT, own.first.id, at)


def _coaches(uow: UnitOfWork, own: Substitution) -> set[int]:
    return {coach for part in own.parts for coach, _zone in uow.alerts.list_coaches(part.track_id)}


def let_erased_go(uow: UnitOfWork, left: Iterable[Substitution], at: datetime) -> None:
    """Take up again what somebody left behind who is erased by now, at an instant (aware).

    Who was away until the day until which they stood in is away no more.
    """
    for own in left:
        first = own.first
        until = uow.people.read_preferences(first.absent_id).absent_until
        if until == own.first.last_second:
            keep_away(uow, first.absent_id, None, at)
        log_roles(uow, own, None, at, began=False)
        for person in sorted({first.absent_id, *_coaches(uow, own)}):
            to = (first.organisation_id, person)
            tell_one(uow, to, Asks.SUBSTITUTE_GONE, first.absent_id, at)
