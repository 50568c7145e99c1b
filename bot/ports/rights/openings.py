"""Who opened what is kept of a student, by day, as it is stored."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from bot.domain.rights.looking import Opened, OpenedKind


class Openings(Protocol):
    """What was opened, in one transaction."""

    def note(
        self,
        looker_id: int | None,
        opened: Collection[tuple[int, OpenedKind]],
        on: date,
    ) -> None:
        """Keep that somebody opened this of these tracks on a day of theirs; once is enough.

        Without a looker it was who runs Kompaan. It is one statement.
        """

    def list_of(self, track_id: int, before: date | None = None) -> Sequence[Opened]:
        """List what was opened of a track, the newest day first; days before one where given."""
