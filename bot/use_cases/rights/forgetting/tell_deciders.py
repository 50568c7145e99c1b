"""Tell those who decide about somebody of a wish, at once; who is out of reach finds it here."""

from datetime import datetime

from bot.domain.rights.forgetting import Forgetting
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted


def tell_deciders(uow: UnitOfWork, wished: Forgetting, asks: Asks, at: datetime) -> int:
    """Write to each of them; gives how many there are, in reach or not."""
    deciders = uow.administrators.list_deciders(wished.person_id)
    for decider in deciders:
        post_about(uow, wished, asks, decider.id, at)
    return len(deciders)


def post_about(
    uow: UnitOfWork, wished: Forgetting, asks: Asks, person_id: int, at: datetime
) -> None:
    """Write to one person about a wish."""
    subject = f"{asks}:{wished.id} {at.isoformat()}"
    posted = Posted(person_id, MessageKind.ANSWER, subject, asks, about_id=wished.id)
    uow.outbox.post(posted, at)
