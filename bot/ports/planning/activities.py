"""What activity lists ask of the storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.agreeing.recognitions import Recognition
from bot.domain.planning.activities import ActivityList
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import WRITES_ACTIVITIES


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a list last: a mentor, or a coach in the mentor's name."""

    person_id: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Offer:
    """What a workplace offers of a programme, as somebody around it sees it.

    `brought` are the competences (identities) that its contexts and titled activities bring. A
    list without an author was imported. `roles` are the viewer's around it. Whether the workplace
    `needs` a recognition goes by the setting of the programme: None where that is not said.
    """

    id: int | None
    organisation_id: int
    workplace_id: int
    workplace: str
    programme_id: int
    roles: frozenset[Role]
    activities: ActivityList = field(default_factory=ActivityList)
    brought: frozenset[int] = frozenset()
    recognition: Recognition = field(default_factory=Recognition)
    needs: bool | None = None
    author: Author | None = None
    changed_at: datetime | None = None

    @property
    def listed(self) -> bool:
        """Say whether anybody made a list."""
        return self.id is not None

    @property
    def offered(self) -> frozenset[int]:
        """The competences (identities) that the workplace offers."""
        return (self.activities.own.competences | self.brought) - self.activities.not_here

    @property
    def writer(self) -> Role | None:
        """In which role the viewer may change the list, a mentor's first."""
        return next(
            (role for role in (Role.MENTOR, Role.COACH) if role in self.roles & WRITES_ACTIVITIES),
            None,
        )


class Activities(Protocol):
    """Activity lists, in one transaction."""

    def list_seen(self, viewer_id: int) -> Sequence[Offer]:
        """List what the workplaces offer around which somebody is, by name and programme."""

    def find_seen(self, viewer_id: int, workplace_id: int, programme_id: int) -> Offer | None:
        """Find one of them, and hold its workplace: nobody else changes the list meanwhile."""

    def list_all(self, organisation_id: int) -> Sequence[Offer]:
        """List every list of an organisation, as nobody in particular: for imports."""

    def list_offered(self, track_ids: Collection[int]) -> Mapping[int, frozenset[int]]:
        """List the competences (identities) that the workplaces of tracks offer, by track.

        Of a track whose running placements have no list there is nothing.
        """

    def list_offered_at(self, track_id: int) -> Mapping[int, frozenset[int]]:
        """List them by running placement of one track; nothing for those without a list."""

    def set_list(
        self,
        offer: Offer,
        activities: ActivityList,
        at: datetime,
        author: tuple[int, Role] | None = None,
    ) -> int:
        """Replace the list of a workplace for a programme, and give its identity.

        The author is a person with their role; None for an import.
        """
