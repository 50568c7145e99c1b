"""Finding a sector, a module or a programme for the command line."""

from bot.cli.arguments.programmes import unknown_programme
from bot.domain.sector.modules import SectorModule
from bot.domain.sector.sectors import Sector
from bot.messages import _
from bot.ports.importing import ProgrammeRow
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.sector.add_sector import find_sector
from bot.wiring import House


def find_sector_here(house: House, uow: StoredUnitOfWork, called: str) -> Sector:
    """Find a sector of the school by its code or name. Raises Refused."""
    school = house.stored_organisation()
    found = find_sector(uow, school.id, called) if school else None
    if found is None:
        raise Refused(
            _("There is no sector '{code}'; 'kompaan sector add' makes one.", code=called)
        )
    return found


def find_waiting(house: House, uow: StoredUnitOfWork, module_id: int) -> SectorModule:
    """Find a module of the school by its number. Raises Refused."""
    school, found = house.stored_organisation(), uow.sector_modules.find(module_id)
    if school is None or found is None or found.organisation_id != school.id:
        raise Refused(
            _("There is no module {number}; 'kompaan sector modules' lists them.",
              number=module_id)
        )  # fmt: skip
    return found


def find_school_programme(house: House, uow: StoredUnitOfWork, code: str) -> ProgrammeRow:
    """Find a programme of the school by its code, in capitals or not. Raises Refused."""
    school = house.stored_organisation()
    rows = uow.catalogue.programmes.list_all(school.id) if school else ()
    found = next((row for row in rows if row.code.casefold() == code.casefold()), None)
    if found is None:
        raise unknown_programme(house, uow, code)
    return found
