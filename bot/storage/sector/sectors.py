"""The sectors of a school and who speaks for them, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, union_all, update
from typing_extensions import override

from bot.domain.school.tracks import Person
from bot.domain.sector.sectors import Sector
from bot.ports.sector.sectors import Sectors
from bot.storage.connected import Connected
from bot.storage.school.offices import IS_AROUND, IS_INSIDE, WHO
from bot.storage.school.people import PEOPLE, person_of
from bot.storage.tables import (
    person,
    sector,
    sector_module,
    sector_person,
    totals_told,
)

_SECTORS = select(sector.c.id, sector.c.organisation_id, sector.c.code, sector.c.name)
_LIST = _SECTORS.where(sector.c.organisation_id == bindparam("organisation")).order_by(
    sector.c.name, sector.c.id
)
_FIND = _SECTORS.where(sector.c.id == bindparam("sector"))
_ADD = insert(sector).returning(sector.c.id)
_RENAME = update(sector).where(sector.c.id == bindparam("sector")).values(name=bindparam("named"))
_IS_USED = union_all(
    select(sector_person.c.person_id).where(sector_person.c.sector_id == bindparam("sector")),
    select(sector_module.c.id).where(sector_module.c.sector_id == bindparam("sector")),
    select(totals_told.c.programme_id).where(totals_told.c.sector_id == bindparam("sector")),
)
_DROP = delete(sector).where(sector.c.id == bindparam("sector"))
_IS_AROUND = select(person.c.id).where(person.c.id == WHO, IS_AROUND)
_IS_INSIDE = select(person.c.id).where(person.c.id == WHO, IS_INSIDE)
_OF_PERSON = _SECTORS.join(sector_person, sector_person.c.sector_id == sector.c.id).where(
    sector_person.c.person_id == WHO, ~IS_INSIDE
)
_PEOPLE = (
    PEOPLE.join(sector_person, sector_person.c.person_id == person.c.id)
    .where(sector_person.c.sector_id == bindparam("sector"))
    .order_by(person.c.folded_name, person.c.id)
)
_SPEAKS_FOR = select(sector_person.c.sector_id).where(sector_person.c.person_id == WHO)
_NAME = insert(sector_person)
_END = delete(sector_person).where(sector_person.c.person_id == WHO)


class StoredSectors(Connected, Sectors):
    """Sectors on one connection."""

    @override
    def list_of(self, organisation_id: int) -> Sequence[Sector]:
        rows = self._connection.execute(_LIST, {"organisation": organisation_id})
        return [_sector(row) for row in rows]

    @override
    def find(self, sector_id: int) -> Sector | None:
        row = self._connection.execute(_FIND, {"sector": sector_id}).one_or_none()
        return _sector(row) if row else None

    @override
    def add(self, organisation_id: int, code: str, name: str) -> Sector:
        row = {"organisation_id": organisation_id, "code": code, "name": name}
        identity = self._connection.execute(_ADD, row).scalar_one()
        return Sector(identity, organisation_id, code, name)

    @override
    def rename(self, sector_id: int, name: str) -> None:
        self._connection.execute(_RENAME, {"sector": sector_id, "named": name})

    @override
    def is_used(self, sector_id: int) -> bool:
        return self._connection.execute(_IS_USED, {"sector": sector_id}).first() is not None

    @override
    def drop(self, sector_id: int) -> None:
        self._connection.execute(_DROP, {"sector": sector_id})

    @override
    def list_people(self, sector_id: int) -> Sequence[Person]:
        rows = self._connection.execute(_PEOPLE, {"sector": sector_id})
        return [person_of(row) for row in rows]

    @override
    def find_spoken_for(self, person_id: int) -> Sector | None:
        row = self._connection.execute(_OF_PERSON, {"person": person_id}).one_or_none()
        return _sector(row) if row else None

    @override
    def is_inside(self, person_id: int) -> bool:
        return self._connection.execute(_IS_INSIDE, {"person": person_id}).first() is not None

    @override
    def is_around(self, person_id: int) -> bool:
        return self._connection.execute(_IS_AROUND, {"person": person_id}).first() is not None

    @override
    def name_speaker(self, person: Person, sector_id: int, at: datetime) -> bool:
        known = self._connection.execute(_SPEAKS_FOR, {"person": person.id}).scalar_one_or_none()
        if known == sector_id:
            return False
        self.end_speaker(person)
        row = {
            "organisation_id": person.organisation_id,
            "person_id": person.id,
            "sector_id": sector_id,
            "since": at,
        }
        self._connection.execute(_NAME, row)
        return True

    @override
    def end_speaker(self, person: Person) -> bool:
        return self._connection.execute(_END, {"person": person.id}).rowcount > 0


def _sector(row: Any) -> Sector:
    return Sector(row.id, row.organisation_id, row.code, row.name)
