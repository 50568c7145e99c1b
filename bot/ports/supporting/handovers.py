"""Tracks that go to another coach, as they are stored."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.school.tracks import Person
from bot.domain.supporting.handovers import Handover, HandoverWish, Moved
from bot.ports.supporting.stops import ALL
from bot.ports.worlds import World


class Handovers(Protocol):
    """Handovers of tracks, in one transaction; instants are aware, and come back in UTC."""

    def add(self, wish: HandoverWish, at: datetime) -> int:
        """Keep that a track is to go to another coach; gives its identity."""

    def find(self, handover_id: int) -> Handover | None:
        """Find one."""

    def list_together(self, handover_id: int) -> Sequence[Handover]:
        """List those that were said in one go with this one, by student; it is among them."""

    def list_planned(self, tracks: Collection[int]) -> Sequence[Handover]:
        """List what is planned about tracks, the earliest first."""

    def list_all(self, organisation_id: int) -> Sequence[Handover]:
        """List those of a school, the newest first."""

    def list_coming_to(self, coach_id: int) -> Sequence[Handover]:
        """List what is planned for somebody, and what was done and they did not look at yet."""

    def list_due(self, world: World, today: date, at_most: int = ALL) -> Sequence[int]:
        """List the planned ones of a world whose day has come."""

    def move(self, wish: HandoverWish) -> Moved:
        """Let the new coach take the place of the one before, with visits and open questions."""

    def fill(self, wish: HandoverWish) -> Moved:
        """Let the new coach in at every running placement of a track whose coach is erased."""

    def move_back(self, wish: HandoverWish, moved: Moved) -> None:
        """Put everything back as it was before it moved."""

    def mark_done(self, handover_id: int, moved: Moved, at: datetime) -> None:
        """Note that a track changed hands, and what went along."""

    def mark_ended(self, handover_id: int, at: datetime) -> None:
        """Note that it was called off, or taken back."""

    def mark_seen(self, handovers: Collection[int], at: datetime) -> None:
        """Note that the new coach has looked at them."""

    def may_go_back(self, of: Handover) -> bool:
        """Say whether the new coach did nothing about the track since, and is coach there yet."""

    def list_told(self, people: Collection[int], subjects: Collection[str]) -> Collection[int]:
        """List whom of these people a message reached that told of one of these subjects."""

    def list_coaches(self, organisation_id: int) -> Sequence[Person]:
        """List who coaches somebody in a school, by name."""

    def count_questions(self, tracks: Collection[int], coach_id: int) -> int:
        """Count this coach's questions about tracks that await an answer."""

    def count_incidents(self, tracks: Collection[int], coach_id: int) -> int:
        """Count the incidents of tracks that went to this coach, who did not say to see them."""
