"""Note a sector with which a school works, or delete one that nothing hangs on."""

from bot.domain.folding import fold
from bot.domain.importing.drafts import tidy
from bot.domain.sector.sectors import CODE, LONGEST_SECTOR, Sector, code_of
from bot.messages import _
from bot.ports import UnitOfWork
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
