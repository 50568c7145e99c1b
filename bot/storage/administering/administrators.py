"""Who runs a school's Kompaan, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, union
from typing_extensions import override

from bot.domain.school.tracks import Person, Role
from bot.ports.administering.administrators import Administrators
from bot.storage.connected import Connected
from bot.storage.school.people import PERSON_COLUMNS, person_of
from bot.storage.tables import (
    administrator,
    former_involvement,
    involvement,
    organisation_table,
    person,
    track,
)

_PEOPLE = select(*PERSON_COLUMNS).join(
    organisation_table, organisation_table.c.id == person.c.organisation_id
)
_LIST = (
    _PEOPLE.join(administrator, administrator.c.person_id == person.c.id)
    .where(administrator.c.organisation_id == bindparam("organisation"))
    .order_by(person.c.folded_name, person.c.id)
)
_IS_ONE = select(administrator.c.person_id).where(administrator.c.person_id == bindparam("person"))
_HOLD = (
    select(organisation_table.c.id)
    .where(organisation_table.c.id == bindparam("organisation"))
    .with_for_update(key_share=True)
)
_MAKE = insert(administrator)
_END = delete(administrator).where(administrator.c.person_id == bindparam("person"))

_AROUND = union(
    select(track.c.id).where(track.c.student_id == bindparam("person")),
    select(involvement.c.track_id).where(involvement.c.person_id == bindparam("person")),
    select(former_involvement.c.track_id).where(
        former_involvement.c.person_id == bindparam("person")
    ),
)
_COACHES = select(involvement.c.person_id).where(
    involvement.c.role == Role.COACH, involvement.c.track_id.in_(_AROUND)
)
_OF_THE_SCHOOL = select(administrator.c.person_id).where(
    administrator.c.organisation_id
    == select(person.c.organisation_id).where(person.c.id == bindparam("person")).scalar_subquery()
)
_DECIDERS = _PEOPLE.where(
    person.c.id.in_(union(_COACHES, _OF_THE_SCHOOL)), person.c.id != bindparam("person")
).order_by(person.c.folded_name, person.c.id)


class StoredAdministrators(Connected, Administrators):
    """Administrators on one connection."""

    @override
    def list_of(self, organisation_id: int) -> Sequence[Person]:
        rows = self._connection.execute(_LIST, {"organisation": organisation_id})
        return [person_of(row) for row in rows]

    @override
    def is_one(self, person_id: int) -> bool:
        return self._connection.execute(_IS_ONE, {"person": person_id}).first() is not None

    @override
    def hold(self, organisation_id: int) -> None:
        self._connection.execute(_HOLD, {"organisation": organisation_id})

    @override
    def make(self, person: Person, at: datetime) -> bool:
        if self.is_one(person.id):
            return False
        row = {"organisation_id": person.organisation_id, "person_id": person.id, "since": at}
        self._connection.execute(_MAKE, row)
        return True

    @override
    def end(self, person: Person) -> bool:
        return self._connection.execute(_END, {"person": person.id}).rowcount > 0

    @override
    def list_deciders(self, person_id: int) -> Sequence[Person]:
        rows = self._connection.execute(_DECIDERS, {"person": person_id})
        return [person_of(row) for row in rows]
