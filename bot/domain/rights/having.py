"""What somebody may have of what is kept of them: everything, as one file that lasts a day.

Source: Regulation (EU) 2016/679, articles 15 and 20; the hour, the day and the minute are ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.domain.school.tracks import Role

TAKE_AWAY_LASTS = timedelta(days=1)
"""How long a file is there once it was made, and how long it may take to be made."""

SAME_WITHIN = timedelta(hours=1)
"""Whoever asks again so soon gets the file that is there."""

TOLD_BEFORE = timedelta(minutes=1)
"""The start that the message to those who decide about somebody has on the making of the file."""

MADE_WITHIN = timedelta(minutes=10)
"""How long a process has for a file, until another one begins anew."""

TRIES = 3
"""How often a file is begun that does not come about."""

CHAT_TAKES = 20_000_000
"""Bytes of a file that go into a chat: both platforms take them within the time that a send has."""


@dataclass(frozen=True, slots=True)
class TakeAway:
    """A file with what is kept of somebody, wanted or made; all instants are aware.

    `code` opens it by a link, and `size` is its length in bytes once it was made.
    """

    id: int
    organisation_id: int
    person_id: int
    asked_at: datetime
    expires_at: datetime
    code: str
    made_at: datetime | None = None
    size: int = 0
    tries: int = 0

    def is_there(self, at: datetime) -> bool:
        """Say whether it was made, and is not over."""
        return self.made_at is not None and at < self.expires_at

    def is_fresh(self, at: datetime) -> bool:
        """Say whether it was made so lately that another one would say the same."""
        return self.made_at is not None and at < self.made_at + SAME_WITHIN

    def goes_into_a_chat(self) -> bool:
        """Say whether a chat platform takes it."""
        return self.size <= CHAT_TAKES


OwnRow = Mapping[str, Any]
"""A row as far as somebody may have it: its columns by their names."""


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything that is kept of somebody, and may be had: rows by table, in the order of ours.

    `names` say what a row is called to which others point, by table and identity, and `points`
    which columns of a table point at rows of which other one that have names. `is_shown_others`
    says that Kompaan shows this person the records of others, so what it told them is left out.
    """

    tables: Mapping[str, Sequence[OwnRow]]
    names: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    points: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    is_shown_others: bool = False


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody around a student's track, who sees what their role sees of it."""

    name: str
    role: Role
