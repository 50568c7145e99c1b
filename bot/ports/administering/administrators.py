"""Who runs a school's Kompaan, as it is stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.school.tracks import Person


class Administrators(Protocol):
    """The administrators of schools, in one transaction."""

    def list_of(self, organisation_id: int) -> Sequence[Person]:
        """List a school's administrators, by name."""

    def is_one(self, person_id: int) -> bool:
        """Say whether somebody is an administrator of the own school."""

    def hold(self, organisation_id: int) -> None:
        """Let nobody else change who they are until the end of the transaction."""

    def make(self, person: Person, at: datetime) -> bool:
        """Make somebody an administrator from an instant (aware) on; False where they were one."""

    def end(self, person: Person) -> bool:
        """Take that away again; False where they were none."""

    def list_deciders(self, person_id: int) -> Sequence[Person]:
        """List who decides about somebody's rights, by name, and never that person.

        These are the coaches of the tracks around which the person is or was, and the school's
        administrators.
        """
