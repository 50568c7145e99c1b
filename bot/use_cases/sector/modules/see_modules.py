"""See modules: those of a sector, those of a school, and what taking one in would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.importing.drafts import CompetenceDraft
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Person
from bot.domain.school.visibility import MODULE_SIGHT, ModuleSight
from bot.domain.sector.modules import STANDING, SectorModule
from bot.ports import UnitOfWork
from bot.ports.importing import Catalogue, ProgrammeRow
from bot.use_cases.importing.programmes import framework_with_code, place_numbers


@dataclass(frozen=True, slots=True)
class ModulePlace:
    """A competence of a module, with its number in a programme; `new` where it is not there yet."""

    competence: CompetenceDraft
    number: int
    new: bool


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What taking a module in for a programme would do, or did: for so many students."""

    module: SectorModule
    programme: ProgrammeRow
    places: Sequence[ModulePlace]
    tracks: int

    @property
    def renumbered(self) -> bool:
        """Whether a number of the module's own is taken in the programme."""
        return any(place.number != place.competence.number for place in self.places)


def see_module(uow: UnitOfWork, person: Person, module_id: int) -> SectorModule | None:
    """Find a module that somebody may see; None for any other."""
    module = uow.sector_modules.find(module_id)
    if module is None or module.organisation_id != person.organisation_id:
        return None
    sector = uow.sectors.find_spoken_for(person.id)
    if sector is not None:
        sees_all = MODULE_SIGHT[Office.SECTOR] is ModuleSight.ALL
        return module if sees_all or module.sector_id == sector.id else None
    runs = uow.administrators.is_one(person.id)
    return module if runs and MODULE_SIGHT[Office.ADMINISTRATION] is ModuleSight.ALL else None


def see_modules(uow: UnitOfWork, person: Person) -> Sequence[SectorModule]:
    """List the modules that are not over and that somebody may see, the newest first."""
    sector = uow.sectors.find_spoken_for(person.id)
    if sector is not None:
        return [
            own for own in uow.sector_modules.list_of_sector(sector.id) if own.state in STANDING
        ]
    if not uow.administrators.is_one(person.id):
        return ()
    return uow.sector_modules.list_of_school(person.organisation_id, STANDING)


def list_programmes(uow: UnitOfWork, organisation_id: int) -> Mapping[int, ProgrammeRow]:
    """List a school's programmes by their identities."""
    return {row.id: row for row in uow.catalogue.programmes.list_all(organisation_id)}


def foresee_module(uow: UnitOfWork, module: SectorModule, programme: ProgrammeRow) -> Foreseen:
    """Say which numbers the competences of a module would get in a programme, or have there."""
    places = _places(uow.catalogue, module, programme)
    return Foreseen(module, programme, places, uow.sector_modules.count_tracks(programme.id))


def _places(
    catalogue: Catalogue, module: SectorModule, programme: ProgrammeRow
) -> list[ModulePlace]:
    school = module.organisation_id
    members = {
        member.competence_id: member.number
        for member in catalogue.members.list_all(school)
        if member.programme_id == programme.id
    }
    framework = framework_with_code(catalogue.frameworks.list_all(school), module.draft.code)
    known = {
        row.number: members[row.id]
        for row in catalogue.competences.list_all(school)
        if framework and row.framework_id == framework.id and row.id in members
    }
    fresh = [own.number for own in module.draft.competences if own.number not in known]
    numbers = known | dict(zip(fresh, place_numbers(fresh, members.values()), strict=True))
    return [
        ModulePlace(own, numbers[own.number], own.number not in known)
        for own in module.draft.competences
    ]
