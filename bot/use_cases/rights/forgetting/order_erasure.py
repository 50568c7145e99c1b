"""Let the clock erase somebody, or put it off, as the school or the programme's months say."""

from datetime import datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.forgetting import MOST_LETTERS, Forgetting
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.use_cases.rights.forgetting.tell_deciders import post_about, tell_deciders


def order_erasure(
    uow: UnitOfWork, person_id: int, organisation_id: int, at: datetime, *, now: bool = True
) -> Forgetting:
    """Note that somebody is to be erased, whatever was wished before.

    That is `now`, or when the days of those who decide are over, who then hear of it at once.
    """
    standing = uow.forgettings.hold_open(person_id)
    ordered = standing or uow.forgettings.add(person_id, organisation_id, at)
    days = 0 if now else uow.forgettings.read_days(organisation_id)
    if now or ordered.confirmed_at is None:
        uow.forgettings.confirm(ordered.id, ordered.confirmed_at or at, at)
        uow.forgettings.hasten(ordered.id, at + timedelta(days=days))
        uow.rights_acts.note(
            organisation_id,
            RightsActKind.FORGET_CONFIRMED,
            at,
            about=person_id,
            forgetting=ordered.id,
        )
    if not now and ordered.confirmed_at is None:
        tell_deciders(uow, ordered, Asks.FORGET_CONFIRMED, at)
    return uow.forgettings.find(ordered.id) or ordered


def put_off_erasure(uow: UnitOfWork, person: Person, why: str, at: datetime) -> Forgetting:
    """Note for the school why somebody's erasure has to wait; they are told."""
    standing = uow.forgettings.hold_open(person.id)
    wished = standing or order_erasure(uow, person.id, person.organisation_id, at, now=False)
    uow.forgettings.put_off(wished.id, None, why.strip()[:MOST_LETTERS], at)
    uow.rights_acts.note(
        person.organisation_id,
        RightsActKind.FORGET_HELD,
        at,
        about=person.id,
        forgetting=wished.id,
    )
    post_about(uow, wished, Asks.FORGET_HELD, person.id, at)
    return uow.forgettings.find(wished.id) or wished
