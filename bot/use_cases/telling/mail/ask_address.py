"""Somebody says where they want e-mail: a code goes there, by which they show that it is theirs."""

import secrets
from dataclasses import replace
from datetime import datetime
from enum import StrEnum, auto
from hashlib import sha256

from bot.domain.telling.asks import Asks
from bot.domain.telling.mail_addresses import (
    CODE_LASTS,
    MOST_ASKED,
    MOST_AT_ADDRESS,
    as_mail_address,
    mailbox_of,
)
from bot.domain.telling.places import Place
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.mail import AskedAddress
from bot.ports.telling.outbox import Content, MessageDraft, OutboxMessage


class Given(StrEnum):
    """What comes of an address that somebody gave."""

    ASKED = auto()
    NO_ADDRESS = auto()
    TOO_OFTEN = auto()
    TOO_MANY_THERE = auto()


def ask_address(uow: UnitOfWork, person_id: int, typed: str, at: datetime) -> Given:
    """Let a code go to an address at an instant; nothing else is ever sent there unconfirmed.

    So many a day, since the address may be anybody's: by one person, and by all together there.
    """
    person = uow.people.find_and_hold(person_id)
    address = as_mail_address(typed)
    if address is None or person is None:
        return Given.NO_ADDRESS
    known = uow.mail_addresses.find_asked(person_id)
    asked = AskedAddress(address, "", None, 0, 1, at)
    if known is not None and at < known.since + CODE_LASTS:
        if known.times >= MOST_ASKED:
            return Given.TOO_OFTEN
        asked = replace(asked, times=known.times + 1, since=known.since)
    mailbox = mailbox_of(address)
    if uow.outbox.count_codes(mailbox, at - CODE_LASTS) >= MOST_AT_ADDRESS:
        return Given.TOO_MANY_THERE
    uow.mail_addresses.ask(person_id, asked)
    draft = MessageDraft(
        organisation_id=person.organisation_id,
        person_id=person_id,
        platform=Place.MAIL,
        # Of its own: a code waits for no ping, nor for the code before it.
        address=f"{person_id}:{asked.times}",
        kind=MessageKind.NOTICE,
        subject=f"{Asks.MAIL_CODE}:{mailbox}:{asked.times}:{at.isoformat()}",
        content=Content(""),
        expires_at=at + CODE_LASTS,
        asks=Asks.MAIL_CODE,
        about_id=asked.times,
    )
    uow.outbox.write([draft], at)
    return Given.ASKED


def make_code(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> tuple[str, str] | None:
    """Make a code right before it is sent; gives the address and the code, of which a digest stays.

    None where another address was given since, or none is waited for.
    """
    asked = uow.mail_addresses.find_asked(message.person_id)
    if asked is None or not asked.address or asked.times != message.about_id:
        return None
    code = f"{secrets.randbelow(10**6):06}"
    digest = digest_of_code(message.person_id, asked.address, code)
    uow.mail_addresses.ask(message.person_id, replace(asked, digest=digest, made_at=at, tries=0))
    return asked.address, code


def digest_of_code(person_id: int, address: str, code: str) -> str:
    """Compute what is kept of a code."""
    return sha256(f"{person_id} {address} {code}".encode()).hexdigest()
