"""Make the file with everything that is kept of somebody, a step in a transaction of its own each.

What is begun and not kept is begun anew once its time in hand is over: nothing half is ever there.
"""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.having import TAKE_AWAY_LASTS, TRIES, OwnData, TakeAway
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted
from bot.use_cases.rights.having.ask_own_data import bring_own_data


def begin_own_data(uow: UnitOfWork, at: datetime) -> TakeAway | None:
    """Take a file in hand that is wanted and due at an instant (aware); None where none is."""
    return uow.take_aways.begin(at)


def read_own_data(uow: UnitOfWork, person: Person) -> OwnData:
    """Read everything that somebody may have."""
    return uow.own_records.read_of(person.id)


def keep_own_data(uow: UnitOfWork, take_away: TakeAway, data: bytes, at: datetime) -> bool:
    """Keep a file that was made, note that it was given out, and tell its person.

    False where it is not wanted any more, as after an erasure: then nothing is kept.
    """
    if not uow.take_aways.keep(take_away, data, at):
        return False
    note_given(uow, take_away.organisation_id, take_away.person_id, at, take_away.person_id)
    made = uow.take_aways.find(take_away.id, take_away.person_id)
    if made is not None:
        bring_own_data(uow, made, at)
    return True


def note_given(
    uow: UnitOfWork, organisation_id: int, person_id: int, at: datetime, by: int | None
) -> None:
    """Note that what is kept of somebody was given out; by None it was the command line."""
    uow.rights_acts.note(organisation_id, RightsActKind.EXPORTED, at, by, person_id)


def fail_own_data(uow: UnitOfWork, take_away: TakeAway, at: datetime) -> None:
    """Leave a file that did not come about to another try; after the last its person is told."""
    if take_away.tries < TRIES:
        return
    uow.take_aways.drop(take_away)
    tell_failed(uow, take_away, at)


def tell_failed(uow: UnitOfWork, take_away: TakeAway, at: datetime) -> None:
    """Tell somebody that their file could not be made."""
    told = Posted(
        take_away.person_id,
        MessageKind.NOTICE,
        f"{Asks.OWN_DATA_FAILED}:{take_away.id}",
        Asks.OWN_DATA_FAILED,
        expires_at=at + TAKE_AWAY_LASTS,
    )
    uow.outbox.post(told, at)
