"""Note that somebody wants to be forgotten; they are asked again when they have slept on it.

They asked for that question: neither a holiday nor a wish for quiet keeps it, only the night, and
the hours in which they are spoken to.
"""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.forgetting import LAPSES, ForgetState, Forgetting, slept_at
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.domain.telling.hours import Rhythm
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted


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
    hours = uow.people.read_preferences(person.id).hours
    any_day = Rhythm(person.time_zone, hours, lambda _day: True)
    asked_again = Posted(
        person.id,
        MessageKind.QUESTION,
        f"{Asks.FORGET_AGAIN}:{wished.id}",
        Asks.FORGET_AGAIN,
        expires_at=at + LAPSES,
        about_id=wished.id,
        not_before=any_day.next_allowed(slept_at(at, person.time_zone)),
    )
    uow.outbox.post(asked_again, at)
    return wished
