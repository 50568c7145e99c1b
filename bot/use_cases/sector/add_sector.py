"""Note a sector with which a school works, or delete one that nothing hangs on."""

from datetime import datetime

from bot.domain.folding import fold
from bot.domain.importing.drafts import tidy
from bot.domain.school.tracks import Person
from bot.domain.sector.sectors import CODE, LONGEST_SECTOR, Sector, code_of
from bot.messages import _
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.refusal import Refused


def add_sector(uow: UnitOfWork, organisation_id: int, name: str, code: str = "") -> Sector:
    """Add a sector by its name, or give one of this code another name.

    Without a code it is made from the name. Raises Refused for a name or a code that cannot be one,
    and, where no code is given, for a name that stands for another one already.
    """
    name = tidy(name)
    if not 0 < len(name) <= LONGEST_SECTOR:
        raise Refused(_("A sector has a name of {most} characters at most.", most=LONGEST_SECTOR))
    wanted = code or code_of(fold(name))
    if not CODE.fullmatch(wanted):
        raise Refused(
            _(
                "'{code}' is no code of a sector: small letters, digits and hyphens, 24 at most.",
                code=wanted or name,
            )
        )
    known = find_sector(uow, organisation_id, wanted)
    if known is None:
        return uow.sectors.add(organisation_id, wanted, name)
    if known.name != name and not code:
        raise Refused(_("{name} is a sector here already.", name=known.name))
    if known.name != name:
        uow.sectors.rename(known.id, name)
    return Sector(known.id, known.organisation_id, known.code, name)


def name_sector(
    uow: UnitOfWork, person: Person, name: str, at: datetime
) -> tuple[Sector, int | None]:
    """Add a sector as an administrator wishes in a chat; the entry is None where it was there.

    Raises Refused as `add_sector` does.
    """
    known = {own.id for own in uow.sectors.list_of(person.organisation_id)}
    sector = add_sector(uow, person.organisation_id, name)
    if sector.id in known:
        return sector, None
    kept = {"of": sector.id}
    return sector, uow.acts.record(person.id, Act.SECTOR_ADDED, at, sector.name, kept)


def put_sector_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Delete a sector that was added; False where it is used by now, or gone."""
    sector = uow.sectors.find(entry.before["of"])
    if sector is None or not uow.administrators.is_one(entry.author_id):
        return False
    return drop_sector(uow, sector)


def find_sector(uow: UnitOfWork, organisation_id: int, called: str) -> Sector | None:
    """Find a sector by its code or its name, in capitals or not."""
    wanted = fold(called.strip())
    return next(
        (
            own
            for own in uow.sectors.list_of(organisation_id)
            if wanted in (own.code, fold(own.name))
        ),
        None,
    )


def drop_sector(uow: UnitOfWork, sector: Sector) -> bool:
    """Delete a sector; False where people or modules hang on it, or it is told totals."""
    if uow.sectors.is_used(sector.id):
        return False
    uow.sectors.drop(sector.id)
    return True
