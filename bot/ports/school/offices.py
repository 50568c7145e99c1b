"""The offices of somebody, as they are stored."""

from typing import Protocol

from bot.domain.school.offices import Office


class Offices(Protocol):
    """Who has which office of a school, in one transaction."""

    def list_of(self, person_id: int) -> frozenset[Office]:
        """List what somebody is in the own school beside all roles around a track."""
