"""Say in which region a workplace is, in the school's own word: it counts from the next photo."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.folding import fold
from bot.domain.importing.drafts import tidy
from bot.domain.school.tracks import Person
from bot.domain.sector.totals.regions import LONGEST_REGION, is_region
from bot.messages import _
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.sector.totals.regions import RegionOfWorkplace
from bot.refusal import Refused


def read_region(written: str, known: Iterable[RegionOfWorkplace] = ()) -> str:
    """Read the name of a region; one that a workplace has already is written as it is there.

    Raises Refused for what cannot be one.
    """
    region = tidy(written)
    if not is_region(region):
        raise Refused(
            _(
                "'{region}' is no region: letters or digits, {most} characters at most.",
                region=region[:LONGEST_REGION],
                most=LONGEST_REGION,
            )
        )
    return next((own.region for own in known if fold(own.region) == fold(region)), region)


def find_workplace(uow: UnitOfWork, organisation_id: int, called: str) -> RegionOfWorkplace | None:
    """Find a workplace of a school by its name, in capitals or not."""
    known = uow.regions.list_of(organisation_id)
    return next((own for own in known if fold(own.workplace) == fold(tidy(called))), None)


def place_workplace(
    uow: UnitOfWork, person: Person, workplace: RegionOfWorkplace, region: str, at: datetime
) -> int | None:
    """Place a workplace in a region, or in none; the entry, None if nothing changes."""
    if region == workplace.region:
        return None
    uow.regions.place(workplace.workplace_id, region)
    kept = {"of": workplace.workplace_id, "was": workplace.region, "now": region}
    return uow.acts.record(person.id, Act.REGION, at, workplace.workplace, kept)


def put_region_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what held before; False where somebody else changed it since."""
    person = uow.people.find(entry.author_id)
    if person is None or not uow.administrators.is_one(person.id):
        return False
    known = uow.regions.list_of(person.organisation_id)
    found = next((own for own in known if own.workplace_id == entry.before["of"]), None)
    if found is None or found.region != entry.before["now"]:
        return False
    uow.regions.place(found.workplace_id, entry.before["was"])
    return True
