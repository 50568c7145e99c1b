"""Teachers new to dual learning, as they are stored."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.inducting.steps import Starter
from bot.domain.school.tracks import Person


class Starters(Protocol):
    """Teachers new to dual learning, in one transaction; instants are aware."""

    def mark(self, person: Person, since: date) -> None:
        """Note that somebody is new from a day on; where it had ended it goes on as it was."""

    def set_first_day(self, person_id: int, day: date | None) -> None:
        """Note the first day of teaching, or that it is not known."""

    def end(self, person_id: int, at: datetime) -> None:
        """Note that somebody is not new any more."""

    def find(self, person_id: int) -> Starter | None:
        """Find somebody who is, or was, new."""

    def list_of(self, organisation_id: int) -> Sequence[Starter]:
        """List who is new at a school, by name."""
