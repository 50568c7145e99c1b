"""What is told to sectors, as stored, and of which programmes a school tells them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.school.tracks import Role
from bot.domain.sector.totals.spread import Measure


@dataclass(frozen=True, slots=True)
class ToldProgramme:
    """A programme of the school, and whether a sector is told of it."""

    id: int
    code: str
    title: str
    told: bool


@dataclass(frozen=True, slots=True)
class PublishedTotals:
    """A photo that was counted: of which period, and how many students by region.

    `photo_at` is the instant of which the photo is (aware). Without regions too few were there.
    """

    period_id: int
    programme_id: int
    programme: str
    period: str
    photo_at: datetime
    regions: Sequence[tuple[str, int]]

    @property
    def students(self) -> int:
        """How many are counted."""
        return sum(students for _region, students in self.regions)


@dataclass(frozen=True, slots=True)
class PublishedNumber:
    """How many students of some have a value of a competence in one perspective."""

    number: int
    title: str
    role: Role
    among: str
    measure: Measure
    value: str
    students: int


class Totals(Protocol):
    """What is told to sectors, in one transaction."""

    def list_programmes(self, organisation_id: int, sector_id: int) -> Sequence[ToldProgramme]:
        """List the school's programmes, with whether a sector is told of them."""

    def tell(self, organisation_id: int, sector_id: int, programme_id: int, at: datetime) -> bool:
        """Tell a sector of the photos of a programme from an instant on; False where that is so."""

    def find_since(self, sector_id: int, programme_id: int) -> datetime | None:
        """Find from which instant (aware) on it is told of a programme; None where it is not."""

    def stop(self, sector_id: int, programme_id: int) -> bool:
        """Tell it no more of any; False where it was told of none."""

    def list_published(
        self, organisation_id: int, sector_id: int | None
    ) -> Sequence[PublishedTotals]:
        """List what was counted of the programmes of which this sector is told, the newest first.

        Photos that were taken before it was told of their programme are left out.

        Without a sector, of those of which any is told.
        """

    def list_competences(self, period_id: int) -> Sequence[tuple[int, str]]:
        """List the numbers and titles of the competences of a period's programme."""

    def list_numbers(self, period_id: int) -> Sequence[PublishedNumber]:
        """List the numbers that are told of a period's photo, in the order of the competences."""
