"""Who coaches a school's teachers, on one connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from typing_extensions import override

from bot.domain.school.tracks import Person
from bot.ports.inducting.coaches import TeachersCoaches
from bot.storage.connected import Connected
from bot.storage.school.people import PERSON_COLUMNS, person_of
from bot.storage.tables import organisation_table, person, teachers_coach

_LIST = (
    select(*PERSON_COLUMNS)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .join(teachers_coach, teachers_coach.c.person_id == person.c.id)
    .where(teachers_coach.c.organisation_id == bindparam("organisation"))
    .order_by(person.c.folded_name, person.c.id)
)
_THIS = teachers_coach.c.person_id == bindparam("person")
_IS_ONE = select(teachers_coach.c.person_id).where(_THIS)
_MAKE = insert(teachers_coach)
_END = delete(teachers_coach).where(_THIS)


class StoredTeachersCoaches(Connected, TeachersCoaches):
    """Coaches of teachers on one connection."""

    @override
    def list_of(self, organisation_id: int) -> Sequence[Person]:
        rows = self._connection.execute(_LIST, {"organisation": organisation_id})
        return [person_of(row) for row in rows]

    @override
    def is_one(self, person_id: int) -> bool:
        return self._connection.execute(_IS_ONE, {"person": person_id}).first() is not None

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
