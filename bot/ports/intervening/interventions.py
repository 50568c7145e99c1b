"""Interventions of any actor, as they are stored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionLevel,
    InterventionTarget,
    OwnIntervention,
    YearCount,
)
from bot.domain.school.tracks import Role
from bot.ports.worlds import People, World


@dataclass(frozen=True, slots=True)
class NewIntervention:
    """What somebody did, at first: the rest is said later, if at all."""

    organisation_id: int
    by_id: int
    role: Role
    target: InterventionTarget
    level: InterventionLevel
    words: str
    done_on: date
    said_at: datetime


@dataclass(frozen=True, slots=True)
class ToAsk:
    """Whom to ask whether something helped."""

    id: int
    organisation_id: int
    by_id: int


class OwnInterventions(Protocol):
    """Interventions of any actor, in one transaction.

    Their author sees them, those about a student as long as they are `around` the track. Coaches
    see those about their own tracks (`coached`), the workplaces and class groups of these, and what
    is about the school or the authorities.
    """

    def add(self, new: NewIntervention) -> int:
        """Keep one; gives its identity."""

    def list_seen(
        self,
        reader_id: int,
        organisation_id: int,
        around: Collection[int],
        coached: Collection[int],
    ) -> Sequence[OwnIntervention]:
        """List what this reader sees, the newest first."""

    def set_level(self, intervention_id: int, level: InterventionLevel) -> None:
        """Note at which level it acts."""

    def set_acts_on(self, intervention_id: int, acts_on: ActsOn | None) -> None:
        """Note what it acts on; None where that is not said."""

    def set_purpose(self, intervention_id: int, purpose: str) -> None:
        """Note what it was for."""

    def set_helped(self, intervention_id: int, helped: Helped | None, at: datetime) -> None:
        """Note whether it helped; None takes that back."""

    def set_outcome(self, intervention_id: int, outcome: str) -> None:
        """Note in words what came of it."""

    def drop(self, intervention_id: int) -> None:
        """Take it away, as if it had never been noted."""

    def list_to_ask(self, world: World, people: People) -> Sequence[ToAsk]:
        """List what was done four weeks ago, when nobody has said or was asked if it helped."""

    def count_since(
        self, organisation_id: int, since: date, until: date | None = None
    ) -> Sequence[YearCount]:
        """Count those of an organisation that were done on a day or later, without a name.

        Until the day before another one, where that is said: then with what was said before that
        day began anywhere, so that the count is the same on each later day.
        """

    def list_workplaces(self, tracks: Collection[int]) -> Sequence[tuple[int, str]]:
        """List where the students of tracks are now, by name: its identity, and its name."""
