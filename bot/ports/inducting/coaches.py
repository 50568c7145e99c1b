"""Who coaches a school's teachers, as it is stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.school.tracks import Person


class TeachersCoaches(Protocol):
    """The coaches of a school's teachers, in one transaction."""

    def list_of(self, organisation_id: int) -> Sequence[Person]:
        """List a school's, by name."""

    def is_one(self, person_id: int) -> bool:
        """Say whether somebody coaches the teachers of the own school."""

    def make(self, person: Person, at: datetime) -> bool:
        """Make somebody one from an instant (aware) on; False where they were one."""

    def end(self, person: Person) -> bool:
        """Take that away again; False where they were none."""
