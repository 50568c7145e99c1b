"""The line to a mail server: where it is, how it is spoken with, and a way in that is bounded."""

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from socket import gaierror

from aiosmtplib import SMTP, SMTPException, SMTPNotSupported, SMTPResponseException

COMMAND_WITHIN = 15.0
"""Seconds in which a server answers a command."""

FAREWELL_WITHIN = 2.0
"""Seconds in which it answers our farewell, which nothing waits for."""


class MailTls(StrEnum):
    """How the line is kept secret: from the first byte, from the greeting on, or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {MailTls.STARTTLS: 587, MailTls.TLS: 465, MailTls.NONE: 25}
"""The port of each where none is set."""


@dataclass(frozen=True, slots=True)
class MailLine:
    """A mail server, who we are there, and from whom our mails are.

    `sender` is the address alone, `name` what stands before it.
    """

    host: str
    port: int
    tls: MailTls
    sender: str
    name: str
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def domain(self) -> str:
        """Whose mails these are."""
        return self.sender.rpartition("@")[2]


@asynccontextmanager
async def spoken_with(line: MailLine) -> AsyncIterator[SMTP]:
    """Open a connection, secret and logged in as was set; it is closed behind us.

    Raises what aiosmtplib raises, and OSError: nothing was sent by then.
    """
    client = SMTP(
        hostname=line.host,
        port=line.port,
        local_hostname=line.domain,
        timeout=COMMAND_WITHIN,
        use_tls=line.tls is MailTls.TLS,
        start_tls=line.tls is MailTls.STARTTLS,
        # Certificates are looked at, and a server without TLS is not spoken with.
        tls_context=None if line.tls is MailTls.NONE else ssl.create_default_context(),
        username=line.user or None,
        password=line.password or None,
    )
    await client.connect()
    try:
        yield client
        # What was said was answered by now: what becomes of the farewell changes nothing.
        with suppress(SMTPException, OSError):
            await client.quit(timeout=FAREWELL_WITHIN)
    finally:
        client.close()


def reason_of(error: BaseException) -> str:
    """Say why a server was not reached, without what it said: that may hold addresses."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"the certificate is refused: {cause.verify_message}"
        if isinstance(cause, gaierror):
            return "the name is not known"
    match error:
        case SMTPResponseException() if error.code >= 400:
            return f"it answers {error.code}"
        case SMTPResponseException():
            return "it speaks no SMTP"
        case SMTPNotSupported():
            return "it offers no STARTTLS, or no way to log in"
        case TimeoutError():
            return "no answer in time"
    return "no connection"


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
