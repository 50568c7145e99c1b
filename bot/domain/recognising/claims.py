"""A claim of what was learned before: what of, how, in the student's own words, with references.

Source: document 002; that a claim is looked at anew once, where it was refused, is ours.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.school.tracks import Role
from bot.domain.scoring.prior import LearnedHow

LONGEST_CLAIM = 1500
"""Letters of a student's own words about a claim, so that all of it stands in one message."""

LONGEST_REASON = 600
"""Letters of a reason, of one reference, and of an appeal."""

MOST_EVIDENCE = 10
"""References of one claim."""

DECIDES = (Role.TEACHER, Role.COACH)
"""Who says whether a claim holds: one in each role, where somebody has it on the track."""


class ClaimVerdict(StrEnum):
    """What is said of a claim, and what comes of it; the words are stored."""

    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """One reference: words, or a photo or a voice note that stays in the chat it was sent in."""

    kind: str
    words: str
    file: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SaidVerdict:
    """What one person said of a claim in a role, in the first or the second round."""

    id: int
    round: int
    role: Role
    person_id: int
    person: str
    verdict: ClaimVerdict
    reason: str | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class PriorClaim:
    """A claim as somebody may see it; instants are in UTC.

    Without `sent_at` it is still being written, and only its student sees it. `workplace` is that
    of the track where the student learned it as somebody who already worked there. Who sees only
    what was recognised gets no words. `told_by` is the message that tells its student the outcome.
    """

    id: int
    track_id: int
    organisation_id: int
    competence_id: int
    how: LearnedHow | None
    placement_id: int | None
    workplace: str | None
    words: str
    made_at: datetime
    sent_at: datetime | None
    appeal: str
    appealed_at: datetime | None
    indicators: frozenset[int] = frozenset()
    evidence: tuple[ClaimEvidence, ...] = ()
    verdicts: tuple[SaidVerdict, ...] = ()
    outcome: ClaimVerdict | None = None
    told_by: int | None = None

    @property
    def round(self) -> int:
        """Count how often it is looked at: 1, or 2 once it was appealed."""
        return 1 if self.appealed_at is None else 2

    @property
    def waits(self) -> bool:
        """Say whether teacher or coach still have to say something of it."""
        return self.sent_at is not None and self.outcome is None

    @property
    def can_be_appealed(self) -> bool:
        """Say whether it was refused, for the first time."""
        return self.outcome is ClaimVerdict.REFUSED and self.appealed_at is None

    @property
    def said_now(self) -> tuple[SaidVerdict, ...]:
        """List what was said in the round that it is in."""
        return tuple(said for said in self.verdicts if said.round == self.round)
