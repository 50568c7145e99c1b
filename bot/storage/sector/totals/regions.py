"""Regions of a school's workplaces, on one connection."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select, update
from typing_extensions import override

from bot.ports.sector.totals.regions import RegionOfWorkplace, Regions
from bot.storage.connected import Connected
from bot.storage.tables import workplace

_LIST = (
    select(workplace.c.id, workplace.c.name, workplace.c.region)
    .where(workplace.c.organisation_id == bindparam("organisation"))
    .order_by(workplace.c.name, workplace.c.id)
)
_PLACE = update(workplace).where(workplace.c.id == bindparam("this"))


class StoredRegions(Connected, Regions):
    """Regions on one connection."""

    @override
    def list_of(self, organisation_id: int) -> Sequence[RegionOfWorkplace]:
        rows = self._connection.execute(_LIST, {"organisation": organisation_id})
        return [RegionOfWorkplace(*row) for row in rows]

    @override
    def place(self, workplace_id: int, region: str) -> None:
        placed = _PLACE.values(region=bindparam("word"))
        self._connection.execute(placed, {"this": workplace_id, "word": region})
