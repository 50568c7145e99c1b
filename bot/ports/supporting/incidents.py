"""Incidents at work, as they are stored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.school.tracks import Track
from bot.domain.supporting.incidents import Incident, IncidentTrail


class Incidents(Protocol):
    """Incidents, in one transaction; whoever asks may be neither coach nor reporter of one."""

    def add(self, track: Track, by: int, words: str, at: datetime) -> int:
        """Keep what somebody reported at an instant (aware); gives its id."""

    def address(self, incident_id: int, coach_id: int) -> None:
        """Note that it goes to a coach."""

    def find(self, incident_id: int, reader_id: int) -> Incident | None:
        """Find an incident for whoever reported it, or for a coach to whom it went; else None."""

    def see(self, incident_id: int, coach_id: int, at: datetime) -> bool:
        """Note that a coach saw it; False where it did not go to them, or was seen before."""

    def list_seen(self, incident_id: int) -> Sequence[tuple[int, datetime]]:
        """List which coaches saw it, and when."""

    def list_trails(self, organisation_id: int) -> Sequence[IncidentTrail]:
        """List what became of a school's incidents, the newest first; their words are not read."""
