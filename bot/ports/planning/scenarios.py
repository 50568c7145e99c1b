"""What lesson scenarios ask of the storage."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.planning.scenarios import Scenario


class Scenarios(Protocol):
    """Lesson scenarios of programmes, in one transaction."""

    def list_of(self, programme_id: int) -> Sequence[Scenario]:
        """List the scenarios of a programme, the oldest first."""

    def find(self, programme_id: int, title: str) -> Scenario | None:
        """Find a scenario of a programme by its title, also one that was removed."""

    def keep(self, organisation_id: int, programme_id: int, scenario: Scenario) -> int:
        """Add a scenario, or change the one with its `id`; gives its identity.

        One that was removed is there again.
        """

    def remove(self, scenario_id: int, at: datetime) -> None:
        """Remove a scenario; sessions that name it go on naming it."""
