"""What training plans ask of the storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.planning.training_plans import Party, TrainingPlan, Where
from bot.domain.school.tracks import Role

Places = Mapping[int, Where]
"""Where competences are pursued, by their identities."""


@dataclass(frozen=True, slots=True)
class PlacementPlan:
    """The newest training plan of a running placement, as somebody sees it; None where none is.

    `note` is what the roster says of it in words. `elsewhere` says that the viewer may know that
    this workplace pursues something, and not which workplace it is, nor who agreed: its name, its
    note and all of its plan but the places are empty. `roles` are the viewer's around it.
    """

    placement_id: int
    track_id: int
    organisation_id: int
    workplace: str
    note: str
    roles: frozenset[Role]
    plan: TrainingPlan | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class UnagreedPlan:
    """The newest version of a running placement's plan, on which not all three agreed yet.

    `made_at` is UTC.
    """

    placement_id: int
    track_id: int
    student: str
    workplace: str
    made_at: datetime
    agreed: frozenset[Party]

    @property
    def awaited(self) -> Sequence[Party]:
        """Who is to agree yet, in the order in which they are named."""
        return [party for party in Party if party not in self.agreed]


class TrainingPlans(Protocol):
    """Training plans, in one transaction."""

    def list_seen(self, viewer_id: int, track_id: int) -> Sequence[PlacementPlan]:
        """List the plans of a track's running placements as somebody may see them."""

    def list_awaiting(self, person_id: int) -> Sequence[tuple[int, int]]:
        """List the tracks and running placements whose newest plan somebody is asked to agree to.

        A teacher is asked where no coach is around.
        """

    def list_unagreed(self, coach_id: int, tracks: Collection[int]) -> Sequence[UnagreedPlan]:
        """List those of a coach's placements on these tracks, the oldest first."""

    def list_versions(self, placement_id: int) -> Sequence[TrainingPlan]:
        """List all versions of a placement's plan, the newest first."""

    def find_placement(self, plan_id: int) -> tuple[int, int] | None:
        """Find the placement of a version, and its track."""

    def hold(self, placement_id: int) -> None:
        """Hold a placement: nobody else changes its plan meanwhile."""

    def read_places(self, track_ids: Collection[int]) -> Mapping[int, Mapping[int, Places]]:
        """Read where competences are pursued, by track and running placement: newest versions."""

    def list_around(self, placement_id: int) -> Sequence[tuple[int, Role]]:
        """List who has to agree around a placement: people with their roles, the student too."""

    def add_version(
        self, placement_id: int, author_id: int, places: Places, at: datetime
    ) -> TrainingPlan:
        """Store the next version of a placement's plan; nobody has agreed to it yet."""

    def drop_version(self, plan_id: int) -> None:
        """Take a version away with its agreements."""

    def agree(self, plan_id: int, party: Party, person_id: int, at: datetime) -> None:
        """Note that a party agreed to a version; who agreed before stays."""

    def withdraw(self, plan_id: int, party: Party) -> None:
        """Take a party's agreement away."""
