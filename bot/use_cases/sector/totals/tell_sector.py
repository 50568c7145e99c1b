"""Say of which programmes a sector is told: the photos that are taken from then on are counted."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.sector.sectors import Sector
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act


def tell_sector(
    uow: UnitOfWork,
    sector: Sector,
    programme_id: int,
    at: datetime,
    *,
    told: bool,
    by: int | None = None,
    since: datetime | None = None,
) -> bool:
    """Tell a sector of a programme from an instant on, or no more; False where that is so already.

    Of a programme of which it is told no more it sees nothing any more of what was frozen. `by` is
    who says so in a chat, None for the command line. `since` is an earlier instant that holds again
    where an end is taken back.
    """
    changed = (
        uow.totals.tell(sector.organisation_id, sector.id, programme_id, since or at)
        if told
        else uow.totals.stop(sector.id, programme_id)
    )
    if changed:
        kind = RightsActKind.TOTALS_TOLD if told else RightsActKind.TOTALS_STOPPED
        ids = {"sector": sector.id, "programme": programme_id}
        uow.rights_acts.note(sector.organisation_id, kind, at, by, **ids)
    return changed


def choose_told(
    uow: UnitOfWork, sector: Sector, programme_id: int, at: datetime, *, told: bool, by: int
) -> int | None:
    """Do so as an administrator wishes; gives the entry, None where it is so already."""
    since = uow.totals.find_since(sector.id, programme_id)
    if not tell_sector(uow, sector, programme_id, at, told=told, by=by):
        return None
    kept: dict[str, int | str] = {"of": sector.id, "programme": programme_id, "told": told}
    if since is not None:
        kept["since"] = since.isoformat()
    return uow.acts.record(by, Act.TOTALS, at, sector.name, kept)


def put_told_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what held before; False where somebody else changed it since."""
    sector = uow.sectors.find(entry.before["of"])
    if sector is None or not uow.administrators.is_one(entry.author_id):
        return False
    told = not entry.before["told"]
    programme_id = entry.before["programme"]
    before = entry.before.get("since")
    since = datetime.fromisoformat(before) if before else None
    by = entry.author_id
    return tell_sector(uow, sector, programme_id, at, told=told, by=by, since=since)
