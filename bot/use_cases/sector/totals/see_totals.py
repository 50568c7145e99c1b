"""See the totals that are told: a sector those of its programmes, who runs the school the same."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.school.offices import Office
from bot.domain.school.tracks import Person, Role
from bot.domain.school.visibility import TOTALS_SIGHT, TotalsSight
from bot.domain.sector.totals.book import PROGRAMME
from bot.domain.sector.totals.spread import Measure
from bot.ports import UnitOfWork
from bot.ports.sector.totals.published import PublishedTotals


@dataclass(frozen=True, slots=True)
class TotalsReader:
    """Who looks at totals: for the sector of which they speak, or for the school."""

    organisation_id: int
    sector_id: int | None = None


@dataclass(frozen=True, slots=True)
class ToldSpread:
    """A competence with what is told of it: nothing where too few, or too like ones, are there."""

    number: int
    title: str
    spread: Mapping[Measure, Mapping[str, int]]

    @property
    def students(self) -> int:
        """How many are counted in it."""
        return max((sum(own.values()) for own in self.spread.values()), default=0)


def find_totals_reader(uow: UnitOfWork, person: Person) -> TotalsReader | None:
    """Say for whom somebody may look at totals; None for everybody else.

    Who runs the school's Kompaan and is, or was, around a student as well sees none: they know more
    than the numbers say.
    """
    sector = uow.sectors.find_spoken_for(person.id)
    if sector is not None and TOTALS_SIGHT[Office.SECTOR] is TotalsSight.OWN:
        return TotalsReader(person.organisation_id, sector.id)
    administers = uow.administrators.is_one(person.id)
    if not administers or uow.sectors.is_around(person.id):
        return None
    if TOTALS_SIGHT[Office.ADMINISTRATION] is TotalsSight.ALL:
        return TotalsReader(person.organisation_id)
    return None


def list_totals(uow: UnitOfWork, reader: TotalsReader) -> Sequence[PublishedTotals]:
    """List the photos that were counted, the newest first."""
    return uow.totals.list_published(reader.organisation_id, reader.sector_id)


def find_totals(uow: UnitOfWork, reader: TotalsReader, period_id: int) -> PublishedTotals | None:
    """Find what is told of one period; None where this reader is told nothing of it."""
    return next((own for own in list_totals(uow, reader) if own.period_id == period_id), None)


def see_numbers(
    uow: UnitOfWork, totals: PublishedTotals, role: Role, among: str
) -> Sequence[ToldSpread]:
    """See each competence of a photo in one perspective, of a region or of the whole programme.

    Where numbers are told by region, those of the programme are their sum.
    """
    found: dict[int, dict[Measure, Counter[str]]] = {}
    for own in uow.totals.list_numbers(totals.period_id):
        if own.role is role and (own.among == among or among == PROGRAMME):
            spread = found.setdefault(own.number, {}).setdefault(own.measure, Counter())
            spread[own.value] += own.students
    return [
        ToldSpread(number, title, found.get(number, {}))
        for number, title in uow.totals.list_competences(totals.period_id)
    ]
