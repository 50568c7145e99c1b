"""Confirm a wish to be forgotten, after a night's sleep."""

from datetime import datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.forgetting import ForgetState, Forgetting, slept_at
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.use_cases.rights.forgetting.tell_deciders import tell_deciders


class TooSoon(Exception):
    """The wish has not been slept on: `until` (aware) says from when on it may be confirmed."""

    def __init__(self, until: datetime) -> None:
        """Keep when."""
        super().__init__(until)
        self.until = until


def confirm_forgetting(uow: UnitOfWork, person: Person, at: datetime) -> Forgetting | None:
    """Confirm the wish that stands; those who decide hear of it at once, and have their days.

    None where there is none any more, or it was confirmed before. Raises TooSoon.
    """
    wished = uow.forgettings.hold_open(person.id)
    if wished is None or wished.state(at) is not ForgetState.WISHED:
        return None
    slept = slept_at(wished.wished_at, person.time_zone)
    if at < slept:
        raise TooSoon(slept)
    days = uow.forgettings.read_days(person.organisation_id)
    uow.forgettings.confirm(wished.id, at, at + timedelta(days=days))
    uow.rights_acts.note(
        person.organisation_id,
        RightsActKind.FORGET_CONFIRMED,
        at,
        by=person.id,
        about=person.id,
        forgetting=wished.id,
    )
    tell_deciders(uow, wished, Asks.FORGET_CONFIRMED, at)
    return uow.forgettings.find(wished.id)
