"""Carrying letters of the outbox to a mail server: what came of each, in the words of delivery."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from bot.domain.telling.delivery import (
    DeliveryOutcome,
    Later,
    NotReached,
    Permanent,
    RefusalReason,
    Sent,
    Unknown,
)
from bot.platforms.mail.line import MailLine, reason_of, spoken_with
from bot.platforms.mail.message import NotWritable, message_of
from bot.platforms.mail.refusals import Refusal, refusal_of
from bot.ports.telling.mail import Letter
from bot.ports.telling.outbox import Content

log = logging.getLogger(__name__)

HELD_FOR = 15 * 60.0
"""Seconds that letters wait where the server refuses us: a person mends that."""

LASTS = timedelta(seconds=4 * HELD_FOR)
"""How long what one letter showed is believed: with nothing to send nobody tries the server."""

AT_ONCE = 3
"""Connections beside each other: what the servers of large providers allow one sender."""

BEFORE_DATA, OF_DATA = 30.0, 25.0
"""Seconds for all that leads to the message, and for the message itself with its answer."""

LONGEST_SEND = BEFORE_DATA + OF_DATA + 5
"""Seconds that one letter can take; the outbox's lease is longer."""


class MailCarrier:
    """Sends letters, each on a connection of its own and a few beside each other."""

    def __init__(self, line: MailLine, now: Callable[[], datetime]) -> None:
        """Send by this line; `now` gives aware instants."""
        self._line = line
        self._now = now
        self.wrong = ""
        """What the server has against us, if anything; never what it said of a person."""
        self.tried_at: datetime | None = None
        """When a letter last showed it."""

    async def send(self, platform: str, address: str, content: Content) -> DeliveryOutcome:
        """Send a letter and say what came of it; never raises for what a server answers."""
        if content.letter is None:
            return Permanent(RefusalReason.REFUSED)
        try:
            message = message_of(content.letter, self._line, self._now())
            async with asyncio.timeout(BEFORE_DATA) as before, spoken_with(self._line) as client:
                refused = await self._announced(client, content.letter)
                if refused is not None:
                    return refused
                # From here on it may have been taken, whatever comes.
                before.reschedule(None)
                return await self._handed_over(client, message.as_bytes(), message["Message-ID"])
        except NotWritable:
            return Permanent(RefusalReason.REFUSED)
        except SMTPResponseException as error:
            return self._refuses_us(error)
        except (SMTPException, OSError) as error:
            self._note(reason_of(error))
            return NotReached()

    async def _announced(self, client: SMTP, letter: Letter) -> DeliveryOutcome | None:
        """Name sender and recipient; None where both are taken. Raises what is about us."""
        await client.mail(self._line.sender)
        try:
            await client.rcpt(letter.to)
        except SMTPResponseException as error:
            return self._refused(error, of_mailbox=True)
        self._note("")
        return None

    async def _handed_over(self, client: SMTP, message: bytes, ref: str) -> DeliveryOutcome:
        try:
            async with asyncio.timeout(OF_DATA):
                await client.data(message)
        except SMTPResponseException as error:
            # What is no answer of SMTP's says neither yes nor no.
            return self._refused(error, of_mailbox=False) if error.code >= 400 else Unknown()
        except (SMTPException, OSError):
            return Unknown()
        return Sent(ref)

    def _refused(self, error: SMTPResponseException, *, of_mailbox: bool) -> DeliveryOutcome:
        if error.code < 400:  # no answer of SMTP's
            return self._refuses_us(error)
        match refusal_of(error.code, error.message, of_mailbox=of_mailbox):
            case Refusal.PERSON:
                self._note("")
                return Permanent(RefusalReason.GONE)
            case Refusal.NOW:
                return Later()
            case Refusal.US:
                return self._refuses_us(error)

    def _refuses_us(self, error: SMTPResponseException) -> DeliveryOutcome:
        if 400 <= error.code < 500:
            return Later()
        self._note(reason_of(error))
        return Later(HELD_FOR)

    def _note(self, wrong: str) -> None:
        """Keep what is wrong with the line, and say a new thing once in the log."""
        if wrong and wrong != self.wrong:
            log.warning("the mail server does not take our mails: %s", wrong)
        self.wrong = wrong
        self.tried_at = self._now()
