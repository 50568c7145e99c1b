"""What came of a letter, beside its own end: a code that was lost, mail that is taken again."""

from datetime import datetime

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryOutcome, Permanent, Sent
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import OutboxMessage, Posted
from bot.use_cases.telling.mail.hear_mail_again import hear_mail_again


def settle_letter(
    uow: UnitOfWork, message: OutboxMessage, outcome: DeliveryOutcome, at: datetime
) -> None:
    """Note what a letter says of its address, beside what becomes of the letter."""
    if message.asks == Asks.MAIL_CODE:
        if isinstance(outcome, Permanent):
            _tell_code_lost(uow, message, at)
    elif isinstance(outcome, Sent):
        hear_mail_again(uow, message.person_id, at)


def _tell_code_lost(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> None:
    """Tell somebody that the address they gave took no mail, unless they gave another since."""
    asked = uow.mail_addresses.find_asked(message.person_id)
    if asked is None or asked.times != message.about_id:
        return
    uow.mail_addresses.forget_asked(message.person_id)
    notice = Posted(
        message.person_id,
        MessageKind.NOTICE,
        f"{Asks.CODE_LOST}:{at.isoformat()}",
        Asks.CODE_LOST,
    )
    uow.outbox.post(notice, at)
