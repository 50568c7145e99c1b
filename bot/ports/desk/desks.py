"""The desks of coaches: their own notes, and on which day the clock looked through them last."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.dated import Head
from bot.domain.desk.notes import DeskNote
from bot.domain.school.tracks import Person
from bot.ports.worlds import Hearer, World


class Desks(Protocol):
    """Desks, in one transaction."""

    def list_to_look(
        self, world: World, days: Mapping[str, date], at_most: int
    ) -> Sequence[Hearer]:
        """List some of those who coach and whose desk was not looked through on their day.

        `days` says which day it is in each zone.
        """

    def note_look(self, hearer: Hearer, day: date) -> None:
        """Note that a desk was looked through on a day."""

    def add_note(self, person: Person, head: Head, words: str, due_on: date, at: datetime) -> int:
        """Keep a note of somebody's own; gives its identity."""

    def find_note(self, note_id: int, person_id: int) -> DeskNote | None:
        """Find a note of somebody's own, be it done."""

    def list_notes(self, person_id: int) -> Sequence[DeskNote]:
        """List somebody's own notes that are not done, the earliest first."""

    def change_note(self, note: DeskNote) -> None:
        """Keep a note as it is now."""

    def drop_note(self, note_id: int) -> None:
        """Take a note away."""
