"""Add somebody who is in no roster and speaks for a sector, with an invitation for them."""

from datetime import datetime, timedelta

from bot.domain.sector.sectors import Sector
from bot.ports import UnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.use_cases.administering.invite_group import invite_group
from bot.use_cases.joining.invite_person import Invited
from bot.use_cases.sector.name_speaker import make_sector_person


def add_sector_person(
    uow: UnitOfWork, sector: Sector, name: str, at: datetime, lasting: timedelta, by: int
) -> Invited:
    """Add somebody by name (tidied), under a new id of the sector's, as `by` wishes in a chat."""
    people = uow.catalogue.people.list_all(sector.organisation_id)
    taken = {own.school_id for own in people}
    ids = (f"{sector.code}-{number}" for number in range(1, len(taken) + 2))
    school_id = next(own for own in ids if own not in taken)
    person = add_person(uow, sector.organisation_id, school_id, name)
    make_sector_person(uow, person, sector, at, by)
    (invited,) = invite_group(uow, [person], at, lasting, by)
    return invited
