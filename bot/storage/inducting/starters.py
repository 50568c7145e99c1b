"""Teachers new to dual learning, on one connection."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from typing_extensions import override

from bot.domain.inducting.steps import Starter
from bot.domain.school.tracks import Person
from bot.ports.inducting.starters import Starters
from bot.storage.connected import Connected
from bot.storage.tables import person, starter

_STARTERS = select(
    starter.c.person_id,
    starter.c.organisation_id,
    person.c.name,
    starter.c.since_on,
    starter.c.starts_on,
    starter.c.ended_at,
).join(person, person.c.id == starter.c.person_id)
_FIND = _STARTERS.where(starter.c.person_id == bindparam("person"))
_LIST = _STARTERS.where(
    starter.c.organisation_id == bindparam("organisation"),
    starter.c.ended_at.is_(None),
    person.c.erased_at.is_(None),
).order_by(person.c.folded_name, person.c.id)
_MARK = insert(starter)
_CHANGE = update(starter).where(starter.c.person_id == bindparam("person"))


class StoredStarters(Connected, Starters):
    """Teachers new to dual learning on one connection."""

    @override
    def mark(self, person: Person, since: date) -> None:
        if self.find(person.id) is not None:
            self._change(person.id, ended_at=None)
            return
        made = {"organisation_id": person.organisation_id, "person_id": person.id}
        self._connection.execute(_MARK, {**made, "since_on": since.isoformat()})

    @override
    def set_first_day(self, person_id: int, day: date | None) -> None:
        self._change(person_id, starts_on=day.isoformat() if day else None)

    @override
    def end(self, person_id: int, at: datetime) -> None:
        self._change(person_id, ended_at=at)

    @override
    def find(self, person_id: int) -> Starter | None:
        row = self._connection.execute(_FIND, {"person": person_id}).first()
        return _starter(row) if row else None

    @override
    def list_of(self, organisation_id: int) -> Sequence[Starter]:
        rows = self._connection.execute(_LIST, {"organisation": organisation_id})
        return [_starter(row) for row in rows]

    def _change(self, person_id: int, **values: object) -> None:
        self._connection.execute(_CHANGE.values(**values), {"person": person_id})


def _starter(row: Row[*tuple[Any, ...]]) -> Starter:
    return Starter(
        row.person_id,
        row.organisation_id,
        row.name,
        date.fromisoformat(row.since_on),
        date.fromisoformat(row.starts_on) if row.starts_on else None,
        row.ended_at is not None,
    )
