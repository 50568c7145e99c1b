"""Who is away, on one connection."""

from collections.abc import Mapping, Sequence, Set
from datetime import datetime

from sqlalchemy import bindparam, select
from typing_extensions import override

from bot.ports.supporting.absences import Absences
from bot.storage.columns import Identity, Instant
from bot.storage.connected import Connected
from bot.storage.tables import person

_KNOWN = select(person.c.id, person.c.absent_until).where(
    person.c.id.in_(bindparam("people", type_=Identity, expanding=True)),
    person.c.absence_told,
    person.c.absent_until > bindparam("at", type_=Instant),
)
_AWAY = select(person.c.id).where(
    person.c.id.in_(bindparam("people", type_=Identity, expanding=True)),
    person.c.absence_told,
    person.c.absent_from <= bindparam("at", type_=Instant),
    person.c.absent_until > bindparam("at", type_=Instant),
)


class StoredAbsences(Connected, Absences):
    """Absences on one connection."""

    @override
    def list_known(self, people: Sequence[int], at: datetime) -> Mapping[int, datetime]:
        if not people:
            return {}
        asked = {"people": sorted(set(people)), "at": at}
        rows = self._connection.execute(_KNOWN, asked)
        return {row.id: row.absent_until for row in rows}

    @override
    def list_away(self, people: Sequence[int], at: datetime) -> Set[int]:
        if not people:
            return frozenset()
        asked = {"people": sorted(set(people)), "at": at}
        return frozenset(self._connection.execute(_AWAY, asked).scalars())
