"""A module: competences that a sector proposes beside those of a profession.

Source: document 004, chapter 3 §6 d (own competences); how one is taken in is ours.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.importing.drafts import FrameworkDraft

LONGEST_REASON = 1000
"""Letters of why a module is not taken in."""


class ModuleState(StrEnum):
    """How far it is with a module; the words are stored."""

    PROPOSED = "proposed"
    """The school has not said yet what it does with it."""
    TAKEN = "taken"
    """It is in one programme at least."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """The sector took it back before the school said something."""
    REPLACED = "replaced"
    """A newer version took its place."""


WAITING = frozenset({ModuleState.PROPOSED})
STANDING = frozenset({ModuleState.PROPOSED, ModuleState.TAKEN, ModuleState.REFUSED})
"""What is shown: the others are over."""


@dataclass(frozen=True, slots=True)
class SectorModule:
    """A module of a sector as it was proposed, and what the school did with it.

    `programmes` are those in which it is; the `reason` is why it was refused, in the school's
    words. Instants are in UTC.
    """

    id: int
    organisation_id: int
    sector_id: int
    draft: FrameworkDraft
    state: ModuleState
    proposed_at: datetime
    proposed_by_id: int | None = None
    decided_at: datetime | None = None
    reason: str = ""
    framework_id: int | None = None
    programmes: tuple[int, ...] = ()
