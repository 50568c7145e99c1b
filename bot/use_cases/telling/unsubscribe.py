"""Somebody wants no more pings on a device."""

from datetime import datetime

from bot.domain.telling.subscriptions import EndedWhy
from bot.ports import UnitOfWork
from bot.use_cases.telling.subscribe import Device


def unsubscribe(uow: UnitOfWork, device: Device, at: datetime) -> None:
    """End what a device gets at an instant, for one session: others may use it for theirs."""
    uow.people.find_and_hold(device.person_id)  # one at a time
    for known in uow.subscriptions.list_of(device.person_id, at):
        if known.session_id == device.session_id:
            uow.subscriptions.end(known.id, at, EndedWhy.OWN)
