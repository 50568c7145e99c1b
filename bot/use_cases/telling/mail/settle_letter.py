"""What came of a letter, beside its own end: a code that was lost, mail that is taken again."""

from datetime import datetime

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryOutcome, Later, Permanent, RefusalReason, Sent
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
    elif isinstance(outcome, Sent) and _is_of_now(uow, message):
        hear_mail_again(uow, message.person_id, at)


def outcome_of_letter(
    uow: UnitOfWork, message: OutboxMessage, outcome: DeliveryOutcome
) -> DeliveryOutcome:
    """Say what an outcome means for a letter: of the address that is used by now, if for good.

    Where another one was given while it was under way, that one was refused nothing: it goes there.
    """
    gone = isinstance(outcome, Permanent) and outcome.reason is not RefusalReason.REFUSED
    letter = message.content.letter
    used = uow.mail_addresses.find(message.person_id) if gone and letter else None
    is_other = used is not None and letter is not None and used.address != letter.to
    return Later() if is_other and message.asks != Asks.MAIL_CODE else outcome


def _is_of_now(uow: UnitOfWork, message: OutboxMessage) -> bool:
    """Say whether a letter went to the address that is used, and that did not come back since."""
    used, letter = uow.mail_addresses.find(message.person_id), message.content.letter
    return (
        used is not None
        and used.refused_at is None
        and (letter is None or letter.to == used.address)
    )


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
