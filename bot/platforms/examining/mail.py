"""What the doctor asks of the mail server: whether it lets us in, and takes mails from us."""

from collections.abc import AsyncIterator

from aiosmtplib import SMTPException

from bot.messages import Sayable, _
from bot.platforms.mail.line import MailLine, MailTls, reason_of, spoken_with

Found = tuple[bool, Sayable]
"""Whether something is good, and the sentence about it."""


async def examine_mail(line: MailLine) -> AsyncIterator[Found]:
    """Speak with the mail server up to where a mail would begin; none is sent."""
    where: dict[str, str | int] = {"server": line.host, "port": line.port}
    try:
        async with spoken_with(line) as client:
            await client.mail(line.sender)
            await client.rset()
    except (SMTPException, OSError) as error:
        yield (
            False,
            _(
                "The mail server {server}, port {port}, does not take our mails: {why}. Look at "
                "the settings that begin with KOMPAAN_MAIL_.",
                **where,
                why=reason_of(error),
            ),
        )
        return
    yield (
        True,
        _(
            "The mail server {server}, port {port}, takes mails from {address}.",
            **where,
            address=line.sender,
        ),
    )
    if line.tls is MailTls.NONE:
        yield True, _("What is said to the mail server is not kept secret: KOMPAAN_MAIL_TLS.")
