"""Visits at workplaces and what is promised there, as they are stored."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.school.tracks import Role
from bot.domain.visiting.promises import Promise, PromiseOutcome
from bot.domain.visiting.visits import MinutePart, Placed, Visit


class Visits(Protocol):
    """Visits of coaches, in one transaction; instants are aware, and come back in UTC."""

    def list_placed(self, tracks: Collection[int]) -> Sequence[Placed]:
        """List the running placements of tracks, by student and workplace."""

    def add(self, placed: Placed, at: datetime, *, asked_by: int | None = None) -> int:
        """Begin a visit, that of whoever asked for it, or of nobody; gives its identity."""

    def plan(self, visit_id: int, coach_id: int, planned_for: datetime) -> None:
        """Note when a coach goes there."""

    def hold(self, visit_id: int, coach_id: int, held_on: date) -> None:
        """Note on which day a coach was there."""

    def reopen(self, visit_id: int) -> None:
        """Take back that a visit was held."""

    def call_off(self, visit_id: int, at: datetime) -> None:
        """Note that a visit does not take place."""

    def find(self, visit_id: int, tracks: Collection[int]) -> Visit | None:
        """Find a visit that was not called off, on one of these tracks."""

    def list_to_come(self, tracks: Collection[int]) -> Sequence[Visit]:
        """List the visits that were asked for or planned and not held yet, the earliest first."""

    def list_held(self, tracks: Collection[int]) -> Sequence[Visit]:
        """List the visits that were held, the latest first."""

    def keep_minute(self, visit_id: int, part: MinutePart, words: str, at: datetime) -> None:
        """Keep the answer to one question of the minutes, instead of the one before."""

    def read_minutes(self, visit_id: int) -> Mapping[MinutePart, str]:
        """Read the answers by their questions."""

    def add_promise(self, visit_id: int, owed_by: Role, words: str, due_on: date | None) -> int:
        """Keep what somebody promised at a visit; gives its identity."""

    def find_promise(self, promise_id: int, tracks: Collection[int]) -> Promise | None:
        """Find a promise on one of these tracks."""

    def end_promise(self, promise_id: int, outcome: PromiseOutcome | None, at: datetime) -> None:
        """Note how a promise ended; None where it stands open again."""

    def list_promises(self, tracks: Collection[int], *, ended: bool = False) -> Sequence[Promise]:
        """List what was promised and stands open, the earliest due first; or what has ended."""

    def drop_promise(self, promise_id: int) -> None:
        """Take a promise away that was written by mistake."""
