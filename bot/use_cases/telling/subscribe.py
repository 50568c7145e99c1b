"""Somebody wants pings on a device: where it is reached is kept for as long as their session."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.telling.subscriptions import MOST, EndedWhy, Endpoint
from bot.ports import UnitOfWork
from bot.ports.telling.subscriptions import NewSubscription


@dataclass(frozen=True, slots=True)
class Device:
    """Whose session of the page, on which device."""

    organisation_id: int
    person_id: int
    session_id: int


def subscribe(uow: UnitOfWork, device: Device, endpoint: Endpoint, at: datetime) -> None:
    """Keep where a device is reached at an instant; what it was before, ends.

    Said twice it is said once. Of one person's devices the oldest makes room.
    """
    uow.people.find_and_hold(device.person_id)  # one at a time
    living = list(uow.subscriptions.list_of(device.person_id, at))
    own = [known for known in living if known.session_id == device.session_id]
    if any(known.endpoint == endpoint for known in own):
        return
    for known in own:
        uow.subscriptions.end(known.id, at, EndedWhy.RENEWED)
        living.remove(known)
    for known in living[: max(0, len(living) + 1 - MOST)]:
        uow.subscriptions.end(known.id, at, EndedWhy.MANY)
    new = NewSubscription(device.organisation_id, device.person_id, device.session_id, endpoint)
    uow.subscriptions.add(new, at)
