"""Whose guardian has to say yes, and what they said, as it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.rights.noticing import GuardianState, GuardianWord


@dataclass(frozen=True, slots=True)
class GuardedStudent:
    """A student of whom a guardian has to say yes, and how it stands."""

    id: int
    organisation_id: int
    name: str
    state: GuardianState


class Guardians(Protocol):
    """Guardians' words, in one transaction."""

    def find(self, student_id: int) -> GuardedStudent | None:
        """Find how it stands with a student; None where no guardian is needed."""

    def list_of(self, organisation_id: int) -> Sequence[GuardedStudent]:
        """List the students of a school of whom a guardian is needed, by name."""

    def note(self, student_id: int, word: GuardianWord, by_id: int | None, at: datetime) -> int:
        """Keep what a guardian said, and who notes it, at an instant (aware); it holds from now on.

        Without `by_id` it was noted from the command line. Gives the identity of what was said.
        """

    def list_words(self, student_id: int) -> Sequence[GuardianWord]:
        """List what a student's guardian said, the newest first."""
