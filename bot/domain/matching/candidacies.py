"""Who takes part in an intake: candidates, and companies' contacts with a place on offer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LONGEST_WORKPLACE = 100
"""Letters of the name of a place that is on offer."""


MOST_IDLE = timedelta(days=365)
"""How long what ended for nobody is kept after the last that happened of it (ours)."""


class CandidacyEnding(StrEnum):
    """How a candidacy ended; the words are stored."""

    MATCHED = "matched"
    NO_MATCH = "no match"
    WITHDRAWN = "withdrawn"


class PlaceEnding(StrEnum):
    """How an offer of a place ended; the words are stored."""

    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """Somebody who wants to begin; instants are in UTC.

    `added` says that they came into the school's list by this intake. Without `sent_at` their
    answers are theirs alone. From `erase_at` on the clock erases it: so many days after it ended,
    and where nobody ends it a year after the last that happened.
    """

    id: int
    intake_id: int
    organisation_id: int
    person_id: int
    name: str
    added: bool
    made_at: datetime
    sent_at: datetime | None = None
    ended_at: datetime | None = None
    ending: CandidacyEnding | None = None
    erase_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OfferedPlace:
    """One place that a company offers, by its contact; as above."""

    id: int
    intake_id: int
    organisation_id: int
    contact_id: int
    contact: str
    workplace: str
    added: bool
    made_at: datetime
    sent_at: datetime | None = None
    ended_at: datetime | None = None
    ending: PlaceEnding | None = None
    erase_at: datetime | None = None
