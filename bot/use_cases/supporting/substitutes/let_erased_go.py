"""Let somebody who is erased stand in no more: who was away is asked again, and the coach hears."""

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
        coaches = {
            coach for part in own.parts for coach, _zone in uow.alerts.list_coaches(part.track_id)
        }
        for person in sorted({first.absent_id, *coaches}):
            to = (first.organisation_id, person)
            tell_one(uow, to, Asks.SUBSTITUTE_GONE, first.absent_id, at)
