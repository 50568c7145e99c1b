"""Signatures that a student or a mentor says are there, as they are stored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import AgreementStep


@dataclass(frozen=True, slots=True)
class SignatureClaim:
    """Somebody says that a signature of an agreement is there, which nobody confirmed yet.

    `said_by` is the name of who said so, empty for nobody any more; `said_at` is UTC.
    """

    agreement_id: int
    placement_id: int
    kind: AgreementKind
    step: AgreementStep
    student: str
    workplace: str
    said_by: str
    said_at: datetime


class Signatures(Protocol):
    """Such claims, in one transaction; instants are aware."""

    def list_open(self, placements: Collection[int]) -> Sequence[SignatureClaim]:
        """List those about placements that await the coach, the oldest first."""

    def say(self, agreement_id: int, step: AgreementStep, by: int, at: datetime) -> bool:
        """Keep that somebody says so; False where it was said already."""

    def take_back(self, agreement_id: int, step: AgreementStep | None = None) -> None:
        """Forget that it was said: of one step, or of all of them."""
