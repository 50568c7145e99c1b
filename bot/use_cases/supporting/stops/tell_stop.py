"""Tell those around a placement that it stops, or that it goes on after all."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from bot.domain.school.tracks import Role
from bot.domain.supporting.stops import STOP_HEARD, PlacementStop
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted

LASTS = timedelta(days=30)
"""How long a message that somebody cannot get yet is of use."""


def list_hearing(uow: UnitOfWork, stop: PlacementStop) -> Sequence[int]:
    """List who hears of a stop: those around with the roles that were chosen, but who said it."""
    around = [
        (stop.student_id, Role.STUDENT),
        *uow.stops.list_around(stop.placement_id),
        *((coach, Role.COACH) for coach, _zone in uow.alerts.list_coaches(stop.track_id)),
    ]
    hears = STOP_HEARD[stop.said.hears]
    who = dict.fromkeys(person for person, role in around if role in hears)
    return [person for person in who if person != stop.by_id]


def tell_stop(uow: UnitOfWork, stop: PlacementStop, at: datetime) -> Sequence[int]:
    """Tell that a placement stops; gives who is told."""
    hearing = list_hearing(uow, stop)
    for person in hearing:
        uow.outbox.post(_posted(stop, person, Asks.STOPPED, at), at)
    return hearing


def tell_goes_on(uow: UnitOfWork, stop: PlacementStop, by: int | None, at: datetime) -> None:
    """Tell those who heard of a stop, and who said it, that it was taken back by somebody."""
    who = dict.fromkeys([*list_hearing(uow, stop), *([stop.by_id] if stop.by_id else [])])
    for person in who:
        if person != by:
            uow.outbox.post(_posted(stop, person, Asks.GOES_ON, at), at)


def _posted(stop: PlacementStop, person: int, asks: Asks, at: datetime) -> Posted:
    return Posted(
        person,
        MessageKind.ANSWER,
        f"{asks}:{stop.placement_id}:{uuid4().hex}",
        asks,
        track_id=stop.track_id if asks is Asks.GOES_ON else None,
        expires_at=at + LASTS,
        about_id=stop.placement_id,
    )
