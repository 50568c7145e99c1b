"""What tellings share: a part of somebody's message of a day, and what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.periods.period import Period
from bot.messages import Button, MessageKind, Sayable
from bot.ports.telling.errands import Errand
from handlers.talking.turn import Turn


@dataclass(frozen=True, slots=True)
class MessagePart:
    """One part of a message that nobody asked for: what it says, its buttons, its sort."""

    text: Sayable
    buttons: tuple[tuple[Button, ...], ...] = ()
    kind: MessageKind = MessageKind.NOTICE


def day_of(turn: Turn, at: datetime) -> date:
    """Give the day that it is for this person at an instant."""
    return at.astimezone(ZoneInfo(turn.person.time_zone)).date()


def periods_of(turn: Turn, errands: Sequence[Errand]) -> list[Period]:
    """Find the periods that errands are about, each once, in the order of their opening."""
    ids = {one.about_id for one in errands if one.about_id is not None}
    found = (turn.uow.periods.find(one) for one in ids)
    return sorted((one for one in found if one is not None), key=lambda one: (one.opens_at, one.id))
