"""What was done that touches people's rights, as it is stored: added to, and never changed."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from bot.domain.administering.rights_acts import KeptRightsAct, RightsActKind


class RightsActs(Protocol):
    """The log of acts of each school, in one transaction."""

    def note(
        self,
        organisation_id: int,
        kind: RightsActKind,
        at: datetime,
        by: int | None = None,
        about: int | None = None,
        **ids: int,
    ) -> None:
        """Add a line at the end of a school's chain; `at` is aware.

        `by` and `about` are people; `ids` names what it was about by identities, never by words.
        """

    def list_of(self, organisation_id: int) -> Iterator[KeptRightsAct]:
        """Read a school's lines from the first one on."""
