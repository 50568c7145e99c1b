"""Who runs a school's Kompaan, on one connection."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select, union
from typing_extensions import override

from bot.domain.school.tracks import Person, Role
from bot.ports.administering.administrators import Administrators
from bot.storage.school.appointed import Appointed, Appointments
from bot.storage.school.people import PEOPLE, person_of
from bot.storage.tables import (
    administrator,
    former_involvement,
    involvement,
    organisation_table,
    person,
    track,
)

_HOLD = (
    select(organisation_table.c.id)
    .where(organisation_table.c.id == bindparam("organisation"))
    .with_for_update(key_share=True)
)
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
_DECIDERS = PEOPLE.where(
    person.c.id.in_(union(_COACHES, _OF_THE_SCHOOL)), person.c.id != bindparam("person")
).order_by(person.c.folded_name, person.c.id)


class StoredAdministrators(Appointed, Administrators):
    """Administrators on one connection."""

    appointments = Appointments(administrator)

    @override
    def hold(self, organisation_id: int) -> None:
        self._connection.execute(_HOLD, {"organisation": organisation_id})

    @override
    def list_deciders(self, person_id: int) -> Sequence[Person]:
        rows = self._connection.execute(_DECIDERS, {"person": person_id})
        return [person_of(row) for row in rows]
