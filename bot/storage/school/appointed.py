"""Who of a school is appointed to something, each kind in a table of its own, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from sqlalchemy import Table, bindparam, delete, insert, select

from bot.domain.school.tracks import Person
from bot.storage.connected import Connected
from bot.storage.school.people import PEOPLE, person_of
from bot.storage.tables import person


class Appointments:
    """The statements about one such table: a row names the school, a person, and since when."""

    def __init__(self, table: Table) -> None:
        """Write them once."""
        self.all_of = (
            PEOPLE.join(table, table.c.person_id == person.c.id)
            .where(table.c.organisation_id == bindparam("organisation"))
            .order_by(person.c.folded_name, person.c.id)
        )
        own = table.c.person_id == bindparam("person")
        self.one = select(table.c.person_id).where(own)
        self.new = insert(table)
        self.over = delete(table).where(own)


class Appointed(Connected):
    """Those who are appointed; a subclass names the table."""

    appointments: ClassVar[Appointments]

    def list_of(self, organisation_id: int) -> Sequence[Person]:
        """List a school's, by name."""
        asked = {"organisation": organisation_id}
        return [person_of(row) for row in self._connection.execute(self.appointments.all_of, asked)]

    def is_one(self, person_id: int) -> bool:
        """Say whether somebody is one."""
        found = self._connection.execute(self.appointments.one, {"person": person_id})
        return found.first() is not None

    def make(self, person: Person, at: datetime) -> bool:
        """Make somebody one from an instant (aware) on; False where they were one."""
        if self.is_one(person.id):
            return False
        row = {"organisation_id": person.organisation_id, "person_id": person.id, "since": at}
        self._connection.execute(self.appointments.new, row)
        return True

    def end(self, person: Person) -> bool:
        """Take that away again; False where they were none."""
        return self._connection.execute(self.appointments.over, {"person": person.id}).rowcount > 0
