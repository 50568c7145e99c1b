"""What people were told of what is kept about them, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, func, select, text, update
from typing_extensions import override

from bot.domain.rights.noticing import SchoolNotice
from bot.domain.rights.retention import Keeping
from bot.domain.school.naming import Naming
from bot.domain.school.tracks import Person
from bot.ports.rights.notices import Notices
from bot.ports.worlds import Hearer, People, World
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import account, notice_told, organisation_table, person, programme

_TOLD = text(
    "INSERT INTO notice_told (person_id, organisation_id, version, told_at)"
    " VALUES (:person, :organisation, :version, :at)"
    " ON CONFLICT (person_id) DO UPDATE SET version = excluded.version, told_at = excluded.told_at"
).bindparams(bindparam("at", type_=Instant))
_IN_A_CHAT = (
    select(account.c.id)
    .where(account.c.person_id == person.c.id, account.c.left_at.is_(None))
    .exists()
)
_KNOWS = (
    select(notice_told.c.person_id)
    .where(
        notice_told.c.person_id == person.c.id,
        notice_told.c.version >= bindparam("version"),
    )
    .exists()
)
UNTOLD = (
    select(
        person.c.id,
        person.c.organisation_id,
        func.coalesce(person.c.time_zone, organisation_table.c.time_zone),
    )
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(
        organisation_table.c.sample.is_(False),
        person.c.erased_at.is_(None),
        person.c.id.between(bindparam("first"), bindparam("last")),
        _IN_A_CHAT,
        ~_KNOWS,
    )
    .order_by(person.c.id)
)
_CONTACT = select(organisation_table.c.privacy_contact).where(
    organisation_table.c.id == bindparam("organisation")
)
_SCHOOLS = (
    select(
        organisation_table.c.id,
        organisation_table.c.name,
        organisation_table.c.privacy_contact,
        organisation_table.c.naming,
        organisation_table.c.forget_days,
        programme.c.title,
        programme.c.retention_months,
        programme.c.photo_months,
    )
    .outerjoin(programme, programme.c.organisation_id == organisation_table.c.id)
    .where(organisation_table.c.sample.is_(False))
    .order_by(organisation_table.c.name, organisation_table.c.id, programme.c.title, programme.c.id)
)
_SET_CONTACT = (
    update(organisation_table)
    .where(organisation_table.c.id == bindparam("organisation"))
    .values(privacy_contact=bindparam("new_contact"))
)


class StoredNotices(Connected, Notices):
    """Notices on one connection."""

    @override
    def note_told(self, person: Person, version: int, at: datetime) -> None:
        told = {
            "person": person.id,
            "organisation": person.organisation_id,
            "version": version,
            "at": at,
        }
        self._connection.execute(_TOLD, told)

    @override
    def list_untold(self, world: World, people: People, version: int) -> Sequence[Hearer]:
        if world.sample:
            return []
        asked = {"version": version, "first": people.first, "last": people.last}
        return [Hearer(*row) for row in self._connection.execute(UNTOLD, asked)]

    @override
    def read_contact(self, organisation_id: int) -> str:
        asked = {"organisation": organisation_id}
        return self._connection.execute(_CONTACT, asked).scalar_one_or_none() or ""

    @override
    def list_schools(self) -> Sequence[SchoolNotice]:
        rows = self._connection.execute(_SCHOOLS)
        return [_school(list(own)) for _id, own in groupby(rows, key=lambda row: row.id)]

    @override
    def set_contact(self, organisation_id: int, contact: str) -> None:
        asked = {"organisation": organisation_id, "new_contact": contact}
        self._connection.execute(_SET_CONTACT, asked)


def _school(rows: Sequence[Any]) -> SchoolNotice:
    """Read a school, of which each programme is a row; one without any is a row all the same."""
    own = rows[0]
    return SchoolNotice(
        own.name,
        own.privacy_contact,
        Naming(own.naming),
        own.forget_days,
        tuple(
            (row.title, Keeping(row.retention_months, row.photo_months))
            for row in rows
            if row.title is not None
        ),
    )
