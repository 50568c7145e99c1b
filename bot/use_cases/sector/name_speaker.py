"""Name who speaks for a sector, or end that."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.tracks import Person
from bot.domain.sector.sectors import Sector
from bot.ports import UnitOfWork
from bot.ports.acts import Act


class InsideSchool(Exception):
    """Somebody is around a student, or has another part in the school, and so knows people."""


def make_sector_person(
    uow: UnitOfWork, person: Person, sector: Sector, at: datetime, by: int | None = None
) -> bool:
    """Let somebody speak for a sector, as `by` wishes in a chat; False where they did so already.

    Raises InsideSchool for anybody who is something else in the school: they could tell people
    apart in the totals, and nobody decides about what they proposed themselves.
    """
    if uow.sectors.is_inside(person.id):
        raise InsideSchool
    if not uow.sectors.name_speaker(person, sector.id, at):
        return False
    _note(uow, RightsActKind.SECTOR_PERSON_MADE, person, at, by)
    return True


def end_sector_person(uow: UnitOfWork, person: Person, at: datetime, by: int | None = None) -> bool:
    """Let somebody speak for no sector any more; False where they spoke for none."""
    if not uow.sectors.end_speaker(person):
        return False
    # A module's file that was looked at waits for nobody any more.
    uow.handed_files.drop(person.id)
    _note(uow, RightsActKind.SECTOR_PERSON_ENDED, person, at, by)
    return True


def _note(
    uow: UnitOfWork, kind: RightsActKind, person: Person, at: datetime, by: int | None
) -> None:
    uow.rights_acts.note(person.organisation_id, kind, at, by, person.id)
    if by is not None:
        uow.acts.record(by, Act.SECTOR_PERSON, at, person.name)
