"""An intake: one round in which candidates and companies find out whether they match.

It goes by criteria that are the same for all.

Source: document 001 §4.3 and §5.2; the days after which it is erased are ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.questions import SchoolQuestion

MOST_CRITERIA = 20
"""Criteria of one intake: each is answered for each candidate."""

LONGEST_CRITERION = 200
"""Letters of a criterion: it stands above its buttons."""

LONGEST_PROCEDURE = 1000
"""Letters of what the school tells of its procedure."""

KEPT_DAYS = 30
"""Days after its end until which a candidate's intake is kept, where the school says nothing."""

MOST_KEPT_DAYS = 365


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is looked at with every candidate."""

    id: int
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Intake:
    """One round of a programme; `closed_at` (UTC) once nobody is taken in any more.

    `procedure` is what the school tells of how it goes, in its own words.
    """

    id: int
    organisation_id: int
    programme_id: int
    programme: str
    name: str
    procedure: str
    keep_days: int
    closed_at: datetime | None
    criteria: Sequence[Criterion] = ()

    @property
    def title(self) -> str:
        """How it is called: the programme, and the round."""
        return f"{self.programme} · {self.name}"


@dataclass(frozen=True, slots=True)
class IntakeDraft:
    """A round as a school's file has it; `programme` is its code, or '' where it names none."""

    name: str
    criteria: Sequence[str]
    for_candidates: Sequence[SchoolQuestion]
    for_companies: Sequence[SchoolQuestion]
    procedure: str = ""
    keep_days: int = KEPT_DAYS
    programme: str = ""
