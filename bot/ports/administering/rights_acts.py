"""What was done that touches people's rights, as it is stored: added to, and never changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.administering.rights_acts import KeptRightsAct, RightsActKind
from bot.ports.periods.photos import Seal
from bot.ports.worlds import World


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
    ) -> int:
        """Add a line at the end of a school's chain, and give its number; `at` is aware.

        `by` and `about` are people; `ids` names what it was about by identities, never by words.
        """

    def list_of(self, organisation_id: int, after: int = 0) -> Iterator[KeptRightsAct]:
        """Read a school's lines from the first one on, or those behind a number."""

    def list_newest(self, organisation_id: int, at_most: int) -> Sequence[KeptRightsAct]:
        """List a school's newest lines, the newest first."""

    def find_line(self, organisation_id: int, number: int) -> KeptRightsAct | None:
        """Find a line by its number."""

    def list_unsigned(self, world: World) -> Sequence[int]:
        """List the organisations of a world that have lines behind the last one signed."""

    def seal(self, organisation_id: int, number: int, seal: Seal) -> None:
        """Keep the signature of a line, unless another process did."""

    def list_seals(self, organisation_id: int, after: int = 0) -> Sequence[tuple[int, Seal]]:
        """List the lines of a school that were signed, by their numbers."""
