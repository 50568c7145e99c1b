"""The sectors of a school and who speaks for them, as they are stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.school.tracks import Person
from bot.domain.sector.sectors import Sector


class Sectors(Protocol):
    """Sectors and their people, in one transaction."""

    def list_of(self, organisation_id: int) -> Sequence[Sector]:
        """List a school's, by name."""

    def find(self, sector_id: int) -> Sector | None:
        """Find one."""

    def add(self, organisation_id: int, code: str, name: str) -> Sector:
        """Store a new one, whose code no other of the school has."""

    def rename(self, sector_id: int, name: str) -> None:
        """Rename a sector."""

    def is_used(self, sector_id: int) -> bool:
        """Say whether it has people, proposed something, or is told totals."""

    def drop(self, sector_id: int) -> None:
        """Delete one that is not used."""

    def list_people(self, sector_id: int) -> Sequence[Person]:
        """List who speaks for one, by name."""

    def find_spoken_for(self, person_id: int) -> Sector | None:
        """Find the sector for which somebody speaks.

        None also while they are around a student, run the school's Kompaan, are a teacher who is
        new or coaches those, or take part in an intake or lead it: who is inside the school does
        not speak from the outside.
        """

    def is_inside(self, person_id: int) -> bool:
        """Say whether somebody is, or was, around a student, or has another part in the school."""

    def is_around(self, person_id: int) -> bool:
        """Say whether somebody is a student, or is, or was, around one."""

    def name_speaker(self, person: Person, sector_id: int, at: datetime) -> bool:
        """Let somebody speak for one from an instant (aware) on; False where they did so already.

        Who spoke for another one speaks for this one from then on.
        """

    def end_speaker(self, person: Person) -> bool:
        """Take that away again; False where they spoke for none."""
