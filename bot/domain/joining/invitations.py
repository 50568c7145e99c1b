"""Invitations: what a code looks like, how long it works, and when guessing is locked."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from bot.domain.folding import straight

ALPHABET = "23456789CDFGHJKMNPQRTVWXY"
"""No look-alikes of each other (0O, 1IL, 2Z, 5S, 8B, UV), and no vowels: no code is a word."""

LENGTH = 10
_SHAPE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_BETWEEN = re.compile(r"[\s\-]+")

MOST_TRIES = 5
LOCKED_FOR = timedelta(hours=1)
WARNED_AT = 2
"""How many tries are left when we begin to say so."""


def new_code() -> str:
    """Draw a code at random; it is valid as a Telegram start parameter as it stands."""
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def hyphenated(code: str) -> str:
    """Write a code in two halves, for whoever has to type it over."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def page_link(address: str, code: str) -> str:
    """Write the link of a code to the page at an address."""
    return f"{address.rstrip('/')}/join/{code}"


def as_code(typed: str) -> str | None:
    """Read a code as typed: case, hyphens and spaces do not matter; None for what is none."""
    bare = _BETWEEN.sub("", straight(typed)).upper()
    return bare if _SHAPE.fullmatch(bare) else None


def digest_of(code: str) -> str:
    """Compute what is stored of a code."""
    return sha256(code.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Invitation:
    """One way in for one person; it works once, until it expires or a newer one is made."""

    id: int
    organisation_id: int
    person_id: int
    made_at: datetime
    expires_at: datetime
    redeemed_at: datetime | None = None
    withdrawn_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Say whether it can be redeemed at an instant."""
        return self.redeemed_at is None and self.withdrawn_at is None and at < self.expires_at


@dataclass(frozen=True, slots=True)
class Tries:
    """The wrong codes that came from one chat."""

    count: int = 0
    locked_until: datetime | None = None

    def locked(self, at: datetime) -> bool:
        """Say whether no code is looked at at an instant, not even a right one."""
        return self.locked_until is not None and at < self.locked_until

    def missed(self, at: datetime) -> "Tries":
        """Count a wrong code; counting begins anew once a lock has ended."""
        count = 1 if self.locked_until is not None else self.count + 1
        return Tries(count, at + LOCKED_FOR if count >= MOST_TRIES else None)

    @property
    def left(self) -> int:
        """Count the tries before the lock."""
        return max(0, MOST_TRIES - self.count)
