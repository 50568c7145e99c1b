"""What people were told of what is kept about them, and whom they ask, as it is stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.rights.noticing import SchoolNotice
from bot.domain.school.tracks import Person
from bot.ports.worlds import Hearer, People, World


class Notices(Protocol):
    """Notices, in one transaction."""

    def note_told(self, person: Person, version: int, at: datetime) -> None:
        """Keep that somebody was told a version of the notice at an instant (aware)."""

    def list_untold(self, world: World, people: People, version: int) -> Sequence[Hearer]:
        """List who of these people is in a chat, and was not told this version yet."""

    def read_contact(self, organisation_id: int) -> str:
        """Read whom a school's people ask, in its own words; empty where it says nothing."""

    def list_schools(self) -> Sequence[SchoolNotice]:
        """List what each school that is no sample tells everybody, by name."""

    def set_contact(self, organisation_id: int, contact: str) -> None:
        """Say it otherwise; an empty text takes it away."""
