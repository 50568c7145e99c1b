"""E-mail addresses: what counts as one that can be written to."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

LONGEST = 254
"""Signs of an address that a path in SMTP has room for (RFC 5321, 4.5.3.1)."""

CODE_LASTS = timedelta(days=1)
"""How long a code works, which a server may take its time to let in; and how long a day is."""

MOST_ASKED = 5
"""Addresses to which somebody can let a code go in a day."""

MOST_AT_ADDRESS = 10
"""Codes that all people together can let go to one mailbox in a day: it may be anybody's."""

MOST_CODES = 5
"""Wrong codes, after which another one is needed."""

_LONGEST_NAME = 64
# Without quotes: what stands in them is hardly ever meant, and is where headers are smuggled in.
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(
    rf"{_LABEL}(?:\.{_LABEL})*\.(?:[A-Za-z]{{2,63}}|[Xx][Nn]--[A-Za-z0-9-]{{1,59}})"
)
_OTHERWISE_BY_NOW = re.compile("[ßẞς\u200c\u200d]")
"""Signs that the standard library writes as IDNA did in 2003: another domain than is meant."""


_BLANKS = " \t\r\n\u00a0\u200b\u200e\u200f\ufeff"
_BEHIND = re.compile(r"[.,;]\Z")
_NAMED = re.compile(r"[^<>]*<([^<>]+)>")
_QUOTED = re.compile(r"['\"](.+)['\"]")
_MAILTO = re.compile(r"\Amailto:", re.IGNORECASE)


class MailGiver(StrEnum):
    """Who gave an address: the school's roster, or its person, who then confirmed it."""

    SCHOOL = "school"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class MailAddress:
    """Where somebody gets e-mail, and who said so; `refused_at` where it was refused for good."""

    person_id: int
    address: str
    giver: MailGiver
    refused_at: datetime | None = None


def as_mail_address(typed: str) -> str | None:
    """Read an address as it is written to: its domain in ASCII; None for what is none.

    One @, a name of ASCII without quotes, and a domain of at least two labels, which may have other
    letters (IDNA). What mail programs and sheets put around it does not count: blanks, a name
    before `<` and `>`, quotes, `mailto:`, and one dot, comma or semicolon behind it.
    """
    bare = _BEHIND.sub("", typed.strip(_BLANKS))
    written = _NAMED.fullmatch(bare) or _QUOTED.fullmatch(bare)
    bare = _MAILTO.sub("", written[1] if written else bare).strip(_BLANKS)
    name, at, domain = bare.rpartition("@")
    if not at or "@" in name or not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        return None
    ascii_domain = _in_ascii(domain)
    if ascii_domain is None or not _DOMAIN.fullmatch(ascii_domain):
        return None
    address = f"{name}@{ascii_domain.lower()}"
    return address if len(address) <= LONGEST else None


def mailbox_of(address: str) -> str:
    """Compute a mark of a mailbox, in which nobody reads whose it is at a glance.

    It is the same in any capitals, and with what many servers let anybody add behind a plus.
    """
    name, _at, domain = address.lower().rpartition("@")
    return sha256(f"{name.partition('+')[0]}@{domain}".encode()).hexdigest()[:16]


def shown(address: str) -> str:
    """Write an address as people read it, its domain in their own letters."""
    name, _at, domain = address.rpartition("@")
    try:
        return f"{name}@{domain.encode().decode('idna')}"
    except UnicodeError:
        return address


def _in_ascii(domain: str) -> str | None:
    if domain.isascii():
        return domain
    if _OTHERWISE_BY_NOW.search(domain):
        return None
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return None
