"""Sessions: a device on which the page opens somebody's chat, without a password.

The device keeps a token, and we keep its digest: who reads the database can open no chat with it.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

LASTS = timedelta(days=180)
"""How long a session works after it was last used."""

TOUCHED_EVERY = timedelta(hours=1)
"""How exactly it is known when a session was last used."""

REPEATED_WITHIN = timedelta(minutes=10)
"""How long the same form, sent again from the same device, gets in again: its answer was lost."""

MOST_SEATS = 4
"""How many people may use the page in one browser."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_SEAT = re.compile(r"[a-z2-7]{10}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


OWN_LINK_LASTS = timedelta(minutes=10)
"""How long a link for one more device of one's own works."""

HANDED_LINK_LASTS = timedelta(days=1)
"""How long a link works that a coach hands over."""


class Ending(StrEnum):
    """Why a session ended.

    By its own person there or elsewhere, since the phone is lost, unused, or as one that was none
    of theirs.
    """

    LEFT = "left"
    LOST = "lost"
    EXPIRED = "expired"
    DISOWNED = "disowned"


@dataclass(frozen=True, slots=True)
class Session:
    """A device on which somebody's chat is open; `seat` names it in addresses, and opens nothing.

    `digest` is that of its token.

    Its times are aware instants; `device` says in a few words what kind it is. Once it has ended it
    is known why, and by whom, unless that was the clock or the command line.
    """

    id: int
    organisation_id: int
    person_id: int
    seat: str
    digest: str
    device: str
    made_at: datetime
    used_at: datetime
    ended_at: datetime | None = None
    ended_why: Ending | None = None
    ended_by: int | None = None

    @property
    def expires_at(self) -> datetime:
        """Say when it ends by itself, unless it is used before."""
        return self.used_at + LASTS

    def is_open(self, at: datetime) -> bool:
        """Say whether it opens the chat at an instant."""
        return self.ended_at is None and at < self.expires_at

    def is_to_touch(self, at: datetime) -> bool:
        """Say whether its use is to be noted anew."""
        # Either way: a clock that was ahead would let it last for longer than it may.
        return abs(at - self.used_at) >= TOUCHED_EVERY


def new_token() -> str:
    """Draw what a device keeps, at random: 256 bits."""
    return secrets.token_urlsafe(32)


def new_seat() -> str:
    """Draw the name of a session in addresses."""
    return "".join(secrets.choice(_LETTERS) for _place in range(10))


def is_token(written: str) -> bool:
    """Say whether this has the shape of what a device keeps, or of what a form carries."""
    return _TOKEN.fullmatch(written) is not None


def is_seat(written: str) -> bool:
    """Say whether this has the shape of a session's name."""
    return _SEAT.fullmatch(written) is not None


def digest_of_token(token: str) -> str:
    """Compute what is stored of what a device keeps."""
    return sha256(token.encode()).hexdigest()
