"""Contesting what was said of oneself: a note, or a colour of somebody's view; and how it ended.

Source: Regulation (EU) 2016/679, article 16 (rectification). That nothing is changed by contesting,
and that both words stand side by side until it is settled, is ours.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.school.tracks import Role

LONGEST = 1000
"""Characters of what somebody says otherwise."""


class ContestEnding(StrEnum):
    """How it ended that something was contested."""

    CHANGED = "changed"
    """Who said it changed it."""
    WITHDRAWN = "withdrawn"
    """Who contested it took that back."""
    SETTLED = "settled"
    """The coach noted how it ended."""


@dataclass(frozen=True, slots=True)
class Contested:
    """What is contested of a track: a note, a single score, or a competence's colour in one view.

    A note is named by its identity; without an indicator it is the colour of the competence.
    """

    track_id: int
    role: Role
    competence_id: int | None = None
    indicator_id: int | None = None
    note_id: int | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """Something that was contested: by whom, in which words, when, and how it ended.

    Instants are aware; without `ended_at` it still stands.
    """

    id: int
    organisation_id: int
    what: Contested
    by_id: int
    by: str
    text: str
    said_at: datetime
    ended_at: datetime | None = None
    ending: ContestEnding | None = None
    ended_by: int | None = None
    ended_text: str = ""

    @property
    def stands(self) -> bool:
        """Say whether it is not settled yet."""
        return self.ended_at is None
