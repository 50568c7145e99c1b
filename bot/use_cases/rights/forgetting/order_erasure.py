"""Let the clock erase somebody with its next tick, whoever or whatever says so."""

from datetime import datetime

from bot.domain.rights.forgetting import Forgetting
from bot.ports import UnitOfWork


def order_erasure(
    uow: UnitOfWork, person_id: int, organisation_id: int, at: datetime
) -> Forgetting:
    """Note that somebody is to be erased from an instant (aware) on, whatever was wished before."""
    standing = uow.forgettings.hold_open(person_id)
    ordered = standing or uow.forgettings.add(person_id, organisation_id, at)
    uow.forgettings.confirm(ordered.id, ordered.confirmed_at or at, at)
    uow.forgettings.hasten(ordered.id, at)
    return ordered
