"""What a mail server's answers mean: about the person, about us, or only about now."""

import re
from enum import Enum, auto

_ENHANCED = re.compile(r"\b[245]\.([0-9]{1,3})\.([0-9]{1,3})\b")
_OF_RECIPIENTS = frozenset({550, 551, 553, 556})
"""Codes that speak of a mailbox, where no enhanced code says otherwise (RFC 5321, RFC 7504)."""
_SENDERS = frozenset({"7", "8"})
"""Of addresses, 5.1.7 and 5.1.8 are ours."""
_OURS = ("relay", "spf", "dkim", "dmarc", "spam", "block", "policy", "reputation", "sender")
"""Words by which servers that know no enhanced codes tell that it is us whom they refuse."""


class Refusal(Enum):
    """Whom a refusal is about."""

    NOW = auto()
    """It may be taken later: greylisting, a full mailbox, too many at once."""

    PERSON = auto()
    """This address takes no mail."""

    US = auto()
    """Our server, our address or what we wrote: nobody who is written to can help it."""


def refusal_of(code: int, said: str, *, of_mailbox: bool) -> Refusal:
    """Say whom an answer of 400 or more is about.

    `of_mailbox` says that it answers to a mailbox: what is said to a whole message is about us,
    unless an enhanced code (RFC 3463) names the mailbox.
    """
    if code < 500:
        return Refusal.NOW
    enhanced = _ENHANCED.search(said)
    if enhanced is not None:
        subject, detail = enhanced.groups()
        if (subject, detail) == ("2", "2"):
            return Refusal.NOW
        if subject == "1" and detail not in _SENDERS:
            return Refusal.PERSON
        if (subject, detail) == ("2", "1") or (subject == "4" and of_mailbox):
            return Refusal.PERSON
        if subject != "0":
            return Refusal.US
    if not of_mailbox or code not in _OF_RECIPIENTS:
        return Refusal.US
    in_small = said.lower()
    return Refusal.US if any(word in in_small for word in _OURS) else Refusal.PERSON
