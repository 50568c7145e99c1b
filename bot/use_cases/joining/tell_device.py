"""A device came in: tell it where its person was before, to whom it may not have been them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.joining.accounts import Account
from bot.domain.joining.sessions import Session
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Content, MessageDraft

LASTS = timedelta(days=14)


def tell_device(uow: UnitOfWork, session: Session, before: Sequence[Account], at: datetime) -> None:
    """Tell of a session that was opened, in each chat that its person had before; else nowhere."""
    uow.outbox.write(
        [
            MessageDraft(
                session.organisation_id,
                session.person_id,
                account.platform,
                account.address,
                MessageKind.NOTICE,
                f"{Asks.DEVICE}:{session.id}:{account.platform}",
                Content(""),
                expires_at=at + LASTS,
                asks=f"{Asks.DEVICE}:{session.id}",
            )
            for account in before
            if account.reachable
        ],
        at,
    )
