"""Who stands in for whom, at which placements, and until when."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.school.tracks import Role
from bot.domain.supporting.substitutes import Candidate, SeatTaken, Substitute
from bot.domain.telling.asks import Asks
from bot.ports.worlds import World

ALL = 2**31 - 1
"""How many at most, where nobody counts."""


class Substitutes(Protocol):
    """Substitutes, in one transaction; all instants are aware."""

    def list_seats(self, tracks: Collection[int]) -> Sequence[SeatTaken]:
        """List the mentors and teachers of running placements of tracks, by name."""

    def list_candidates(
        self, organisation_id: int, role: Role, workplaces: Collection[int]
    ) -> Sequence[Candidate]:
        """List the staff of a school, and who stood in there before, by name.

        Near are a school's teachers, or the mentors at these workplaces, and who stood in as such.
        """

    def list_running(self, tracks: Collection[int]) -> Sequence[Substitute]:
        """List who stands in on tracks, first what ends first."""

    def list_about(self, person_id: int) -> Sequence[Substitute]:
        """List where somebody stands in, or is stood in for, first what ends first."""

    def find(self, substitutes: Collection[int]) -> Sequence[Substitute]:
        """Find some by identity, also those that have ended."""

    def add(
        self,
        seats: Sequence[SeatTaken],
        person_id: int,
        ends_at: datetime,
        by: int | None,
        at: datetime,
    ) -> list[int]:
        """Let somebody take seats beside who has them; gives the identities."""

    def list_unheard(
        self, people: Collection[int], substitutes: Collection[int], about: Asks
    ) -> Collection[int]:
        """List which of these people need no message `about` them: that it began, or that it ended.

        The opposite did not reach them, or one that says the same waits for them yet.
        """

    def move_end(self, substitutes: Collection[int], ends_at: datetime) -> None:
        """Let them end at another instant."""

    def end(self, substitutes: Collection[int], at: datetime) -> None:
        """Take the seats away again; who got one by the roster meanwhile keeps it."""

    def reopen(self, substitutes: Collection[int]) -> None:
        """Hand the seats of what has ended back, where the placement still runs."""

    def hand_questions(self, tracks: Collection[int], role: Role, of: int, to: int) -> list[int]:
        """Hand the coaches' questions that somebody has not answered to another; gives them."""

    def list_over(self, world: World, at_most: int = ALL) -> Sequence[int]:
        """List those whose last day is over in a world, by its own time; nothing is written."""
