"""A file with a module: kept while it is looked at, then proposed or put away."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.handed import FileStep
from bot.domain.importing.drafts import FrameworkDraft
from bot.domain.school.tracks import Person
from bot.domain.sector.modules import SectorModule
from bot.domain.sector.sectors import Sector
from bot.messages import _
from bot.ports import UnitOfWork
from bot.ports.administering.handed_files import FrameworkFile
from bot.refusal import Refused
from bot.use_cases.sector.modules.propose_module import check_module, propose_module


@dataclass(frozen=True, slots=True)
class HandedModule:
    """A file that waits: what is in it, and the headers of its columns that were not read."""

    id: int
    draft: FrameworkDraft
    left_out: tuple[str, ...]


def hand_module(
    uow: UnitOfWork, person: Person, sector: Sector, name: str, data: bytes, at: datetime
) -> HandedModule:
    """Keep a file of somebody's who speaks for a sector in the place of the one before it.

    Raises Refused for what is no framework or cannot be a module: then nothing of it is kept.
    """
    uow.handed_files.drop(person.id)
    read = _read(uow, person, name, data)
    check_module(uow, sector, read.draft)
    kept = uow.handed_files.keep(sector.organisation_id, person.id, name, data, at)
    return HandedModule(kept, read.draft, tuple(read.left_out))


def propose_handed(
    uow: UnitOfWork, person: Person, sector: Sector, file_id: int, at: datetime
) -> SectorModule | None:
    """Propose what is in the file that was shown; None where it does not wait any more.

    Raises Refused as `propose_module` does.
    """
    handed = uow.handed_files.find(person.id, file_id)
    if handed is None or handed.step is not FileStep.SHOWN:
        return None
    read = _read(uow, person, handed.name, handed.data)
    uow.handed_files.drop(person.id)
    return propose_module(uow, sector, read.draft, at, person.id)


def put_handed_away(uow: UnitOfWork, person: Person) -> None:
    """Forget the file that waits."""
    uow.handed_files.drop(person.id)


def _read(uow: UnitOfWork, person: Person, name: str, data: bytes) -> FrameworkFile:
    read = uow.file_reader.read(name, data, person.time_zone)
    if not isinstance(read, FrameworkFile):
        raise Refused(
            _("{file} is no framework: a module has number, title and indicator.", file=name)
        )
    return read
