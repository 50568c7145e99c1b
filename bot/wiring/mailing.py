"""E-mail at work: the line to the mail server, what is written in letters, and who mutes by one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.domain.school.tracks import Person
from bot.domain.telling.delivery import DeliveryError, DeliveryState, DeliveryStep
from bot.i18n import voice_of
from bot.mail_settings import PORTS, sender_of
from bot.ports import UnitOfWork
from bot.ports.telling.mail import Letter
from bot.ports.telling.outbox import Content, OutboxMessage
from bot.settings import Settings
from bot.showing.words.scores.letters import STOP, LetterWords, words_of_code, words_of_ping
from bot.use_cases.telling.mail.ask_address import make_code

if TYPE_CHECKING:
    from bot.platforms.mail.line import MailLine
    from bot.platforms.mail.platform import Mail

STOP_PATH = "/mail/stop/"
"""Where the page mutes: the code of a person's mails stands behind it."""


def mail_line(settings: Settings) -> "MailLine | None":
    """Say how the mail server is spoken with; None where there is none."""
    mail = settings.mail
    if not mail.server:
        return None
    from bot.platforms.mail.line import MailLine, MailTls  # only who sends pays for loading it

    name, address = sender_of(mail.sender)
    port = mail.port or PORTS[mail.tls]
    tls = MailTls(mail.tls)
    return MailLine(mail.server.strip("[]"), port, tls, address, name, mail.user, mail.password)


def mails_of(settings: Settings) -> "Sequence[Mail]":
    """Make what sends e-mail: one, or none where there is no mail server."""
    line = mail_line(settings)
    if line is None:
        return ()
    from bot.platforms.mail.platform import Mail  # as above

    return [Mail(line, partial(datetime.now, UTC))]


def ping_by_mail(
    uow: UnitOfWork, person: Person, content: Content, page: str, at: datetime
) -> Content | DeliveryStep:
    """Write the letter of a ping, which leads to the page at its public address."""
    found = uow.mail_addresses.find(person.id)
    if found is None:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.MOVED)
    say = voice_of(person, at).say
    stop = f"{page}{STOP_PATH}{uow.mail_addresses.stop_code(person.id)}"
    letter = _letter(words_of_ping(content.kind, found.giver), say, found.address, person)
    opens = f"{page}{content.opens}"
    return replace(content, letter=replace(letter, opens=opens, stop=stop, stop_label=say(STOP)))


def code_by_mail(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> Content | DeliveryStep:
    """Write the letter that brings a code; nothing where no code is waited for any more."""
    person = uow.people.find(message.person_id)
    made = make_code(uow, message, at) if person is not None else None
    if person is None or made is None:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.DONE)
    address, code = made
    say = voice_of(person, at).say
    letter = replace(_letter(words_of_code(), say, address, person), code=code)
    return Content("", letter=letter)


def _letter(said: LetterWords, say: Callable[..., str], to: str, person: Person) -> Letter:
    return Letter(
        to=to,
        language=person.language,
        subject=say(said.subject),
        words=[say(words) for words in said.words],
        button=say(said.button) if said.button else "",
        foot=[say(words) for words in said.foot],
    )
