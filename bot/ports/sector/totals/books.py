"""What was told to sectors so far, and the photos that are still to be counted, as stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.sector.totals.book import CountedPhoto, FrozenTotals, Photographed, TotalsBook
from bot.ports.worlds import World


@dataclass(frozen=True, slots=True)
class DueTotals:
    """A photo that was taken and not counted yet."""

    period_id: int
    organisation_id: int
    programme_id: int
    photo_id: int
    digest: str


class TotalsBooks(Protocol):
    """The book of what was told, in one transaction."""

    def list_due(self, world: World, at_most: int) -> Sequence[DueTotals]:
        """List photos to be counted, the first ones first: of programmes of which a sector is told.

        Photos of a day before the school chose so are not counted, also those taken later.
        """

    def hold(self, organisation_id: int) -> None:
        """Wait for whoever counts a photo of the same school, until the end of the transaction."""

    def read_book(self, organisation_id: int) -> TotalsBook:
        """Read who is counted together in a school so far."""

    def read_photo(self, due: DueTotals) -> CountedPhoto:
        """Read a photo's students who were learning then, each with their region by now."""

    def read_earlier(self, period_id: int) -> Photographed:
        """Read what was scored in a counted photo, of who is still known in it.

        Nothing of one that was taken anew since: it is not what was told any more.
        """

    def keep(
        self,
        due: DueTotals,
        known: TotalsBook,
        book: TotalsBook,
        frozen: FrozenTotals,
        at: datetime,
    ) -> None:
        """Keep what is told of a photo, and what became of the book that was `known` before."""
