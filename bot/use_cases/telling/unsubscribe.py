"""Somebody wants no more pings on a device."""

from datetime import datetime

from bot.domain.telling.subscriptions import EndedWhy
from bot.ports import UnitOfWork
from bot.use_cases.telling.subscribe import Device


def unsubscribe(uow: UnitOfWork, device: Device, at: datetime) -> bool:
    """End what a device gets at an instant; says whether somebody else uses it for theirs.

    Where nobody does, the browser may forget its subscription, too.
    """
    uow.people.find_and_hold(device.person_id)  # one at a time
    living = uow.subscriptions.list_of(device.person_id, at)
    own = [known for known in living if known.session_id == device.session_id]
    for known in own:
        uow.subscriptions.end(known.id, at, EndedWhy.OWN)
    return any(uow.subscriptions.is_shared(known.endpoint, at) for known in own)
