"""Close the errands that a person's message of a day took along, or take the day without any."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.ports import UnitOfWork
from bot.ports.telling.errands import Errand


def close_told(
    uow: UnitOfWork, errands: Sequence[Errand], told: Collection[str], message_id: int, at: datetime
) -> None:
    """Close errands once a message is composed at an instant: `told` are the kinds it tells of.

    Those it tells of are closed with the message, so that they wait again if it never arrives. The
    others have nothing to say any more; but where nothing is told at all the day still has room for
    what has its hour later.
    """
    taken = {errand.id for errand in errands if errand.kind in told}
    passed = {errand.id for errand in errands if told or errand.due_at <= at} - taken
    uow.errands.close(taken, at, message_id)
    uow.errands.close(passed, at)


def take_day(uow: UnitOfWork, message_id: int, day: date) -> bool:
    """Let a message be the one of its person's day; False where there is one already."""
    return uow.errands.take_day(message_id, day.isoformat())
