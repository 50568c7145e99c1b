"""The settings of e-mail, read together: half of them is refused, rather than a mail lost."""

import re
from dataclasses import dataclass, field
from email.utils import parseaddr
from ipaddress import ip_address
from typing import Literal

from bot.domain.telling.mail_addresses import as_mail_address

MailTls = Literal["starttls", "tls", "none"]
"""How the line to the mail server is kept secret: after the greeting, from the start, or not."""

PORTS: dict[MailTls, int] = {"starttls": 587, "tls": 465, "none": 25}
_SERVER = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*\]?")


@dataclass(frozen=True, slots=True)
class MailSettings:
    """What is set of e-mail, as it stands; `page` is the page's public address."""

    server: str
    port: int
    tls: MailTls
    user: str
    password: str = field(repr=False)
    sender: str
    page: str


def refuse_half(mail: MailSettings) -> None:
    """Raise ValueError with a sentence where something is missing or wrong."""
    if wrong := wrong_with(mail):
        raise ValueError(wrong)


def wrong_with(mail: MailSettings) -> str | None:
    """Say in a sentence what is missing or wrong; None where all is there, or nothing."""
    if not mail.server:
        if mail.port or mail.user or mail.password or mail.sender:
            return "KOMPAAN_MAIL_SERVER is missing: which server takes the mails?"
        return None
    for is_wrong, sentence in (
        (not _SERVER.fullmatch(mail.server), "KOMPAAN_MAIL_SERVER is the name of a server alone"),
        (not mail.sender, "e-mail needs KOMPAAN_MAIL_FROM: the address that its mails come from"),
        (
            not sender_of(mail.sender)[1],
            "KOMPAAN_MAIL_FROM is an address, or a name and an <address> behind it",
        ),
        (
            not mail.page,
            "e-mail needs KOMPAAN_PUBLIC_URL: a mail leads to the page, and says nothing itself",
        ),
        (
            bool(mail.user) != bool(mail.password),
            "KOMPAAN_MAIL_USER and KOMPAAN_MAIL_PASSWORD go together",
        ),
        (
            bool(mail.password) and mail.tls == "none" and not _is_loopback(mail.server),
            "KOMPAAN_MAIL_TLS: a password goes over starttls or tls alone",
        ),
    ):
        if is_wrong:
            return sentence
    return None


def sender_of(written: str) -> tuple[str, str]:
    """Read a name and an address; without a name it is ours, and no address is an empty one."""
    name, address = parseaddr(written) if written.isprintable() else ("", "")
    return name.strip() or "Kompaan", as_mail_address(address) or ""


def _is_loopback(server: str) -> bool:
    try:
        return ip_address(server.strip("[]")).is_loopback
    except ValueError:
        return server.lower() == "localhost"
