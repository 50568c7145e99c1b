"""What decisions of class councils ask of the storage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.evaluating.decisions import DecisionHead, Ruling
from bot.domain.periods.chain import Place
from bot.domain.periods.photos import Link
from bot.ports.periods.photos import Seal
from bot.ports.worlds import People, World


@dataclass(frozen=True, slots=True)
class Told:
    """That the student was told of a decision: by whom, and on which day."""

    by: str
    on: date


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to record; `basis` is the text as it is kept, `made_at` is aware."""

    head: DecisionHead
    ruling: Ruling
    basis: str
    author_id: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that was recorded; its seal is None until the clock has signed it.

    `fits` says that it is as its digest says; where it is not, somebody changed it since.
    """

    id: int
    made: NewDecision
    link: Link
    digest: str
    seal: Seal | None = None
    told: Told | None = None
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a decision, for whoever checks it and knows nothing of what it says.

    `fits` says that its digest is that of its row, and `stands` that the photo which it
    names is there, of its student; or that one of the photo which is there corrects it. `now` is
    the digest of its row as it is by now.
    """

    organisation_id: int
    period_id: int
    link: Link
    digest: str
    seal: Seal | None
    fits: bool
    stands: bool
    student: str
    period: str
    now: str = ""


@dataclass(frozen=True, slots=True)
class Untold:
    """A decision that nobody noted as told, for a coach who was not asked about it yet."""

    organisation_id: int
    coach_id: int
    track_id: int
    decision_id: int
    made_at: datetime
    zone: str


class Decisions(Protocol):
    """Decisions of class councils, in one transaction: they are added, and never changed."""

    def add(self, decision: NewDecision) -> Decision | None:
        """Record a decision at the next place of its organisation's chain.

        None where one that follows the same was recorded meanwhile.
        """

    def find(self, decision_id: int) -> Decision | None:
        """Find a decision by its identity: for the system, not for a person."""

    def list_of(self, track_id: int) -> Sequence[Decision]:
        """List the decisions about a track, the oldest first: for the system, not for a person."""

    def is_decided(self, period_id: int) -> bool:
        """Say whether anything was decided on the photo of a period."""

    def list_unsigned(self, world: World) -> Sequence[tuple[int, Kept]]:
        """List the decisions that are not signed yet by their identities, the oldest first."""

    def sign(self, decision_id: int, seal: Seal) -> None:
        """Keep the seal of a decision, unless another process did."""

    def list_heads(self, world: World) -> Sequence[Place]:
        """List where the last decision that was signed stands in each chain."""

    def list_kept(self, world: World) -> Sequence[Kept]:
        """List what is kept of all decisions, in the order of their chains."""

    def tell(self, decision_id: int, told: Told, author_id: int, at: datetime) -> bool:
        """Keep that the student was told, and who says so.

        False where that was kept before, or another decision corrects this one.
        """

    def list_untold(
        self, world: World, people: People, since: datetime, before: datetime
    ) -> Sequence[Untold]:
        """List the decisions between two instants (aware) that are not noted as told.

        Not those that another one corrects. Each is listed for each coach of its track among
        these people who was not asked about it yet.
        """
