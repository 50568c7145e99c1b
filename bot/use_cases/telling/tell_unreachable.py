"""Somebody blocked the bot, or their chat is gone: note it, and tell the coaches once."""

from datetime import datetime, timedelta

from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand
from bot.ports.telling.outbox import OutboxMessage

LASTS = timedelta(days=14)


def tell_unreachable(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> None:
    """Note that a message's chat cannot be reached; the coaches hear of it when it is new."""
    if not uow.accounts.mark_unreachable(message.platform, message.address, at):
        return
    coaches = uow.tracks.list_coaches_around(message.person_id)
    uow.errands.give(
        [
            NewErrand(
                organisation_id=message.organisation_id,
                person_id=coach,
                kind=ErrandKind.UNREACHABLE,
                subject=f"{message.person_id}:{message.platform}:{at.isoformat()}",
                due_at=at,
                expires_at=at + LASTS,
                about_id=message.person_id,
            )
            for coach in coaches
            if coach != message.person_id
        ]
    )
