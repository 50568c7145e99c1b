"""The people of a school: who they are, in which roles, and whether they came; no scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.school.tracks import Person, Role


@dataclass(frozen=True, slots=True)
class SomebodyAround:
    """Somebody around a class group: in which roles, and whether they joined anywhere."""

    person: Person
    roles: Sequence[Role]
    joined: bool


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """How many people a school has, and how many of them joined anywhere."""

    people: int
    joined: int


class SchoolPeople(Protocol):
    """The people of a school, in one transaction; who was erased is none of them."""

    def find(self, organisation_id: int, person_id: int) -> Person | None:
        """Find somebody of a school by their identity."""

    def list_called(self, organisation_id: int, words: str, at_most: int) -> Sequence[Person]:
        """List whose name or code word has all of these words (folded) in it, by name.

        Where they are somebody's id it is they alone.
        """

    def count(self, organisation_id: int) -> PeopleCount:
        """Count them."""

    def list_roles(self, person_id: int) -> Sequence[Role]:
        """List the roles that somebody has today, whoever it is around."""

    def list_in_two_roles(self, track_id: int) -> Mapping[str, frozenset[Role]]:
        """List by name who around a track coaches and teaches in the school, each with roles."""

    def list_class_groups(self, organisation_id: int) -> Sequence[tuple[int, str]]:
        """List the class groups in which somebody is, by identity and name."""

    def list_around(self, organisation_id: int, class_group_id: int) -> Sequence[SomebodyAround]:
        """List everybody around a class group, students first, each by name."""
