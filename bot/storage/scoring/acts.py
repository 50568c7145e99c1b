"""Acts on one connection: entries that hold what they replaced instead of scores."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, bindparam, insert, select, update
from typing_extensions import override

from bot.ports.acts import Act, Acts
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.scoring import entries
from bot.storage.tables import entry, person

_RECORD = (
    insert(entry)
    .from_select(
        ("organisation_id", "author_id", "title", "said_at", "act", "before"),
        select(
            person.c.organisation_id,
            person.c.id,
            bindparam("new_title", type_=entry.c.title.type),
            bindparam("at", type_=Instant),
            bindparam("new_act", type_=entry.c.act.type),
            bindparam("replaced", type_=entry.c.before.type),
        ).where(person.c.id == bindparam("person")),
    )
    .returning(entry.c.id)
)

_SETTLE = (
    update(entry)
    .where(
        entry.c.author_id == bindparam("person"),
        entry.c.act == bindparam("that_act"),
        entry.c.before["of"].as_integer() == bindparam("about", type_=BigInteger),
        entry.c.undone_at.is_(None),
    )
    .values(undone_at=bindparam("at"))
)


class StoredActs(Connected, Acts):
    """Acts on one connection."""

    @override
    def record(
        self,
        person_id: int,
        act: Act,
        at: datetime,
        title: str = "",
        before: Mapping[str, Any] | None = None,
    ) -> int:
        values = {
            "person": person_id,
            "new_act": act.value,
            "at": at,
            "new_title": title,
            "replaced": dict(before or {}),
        }
        identity: int = self._connection.execute(_RECORD, values).scalar_one()
        return identity

    @override
    def settle(self, person_id: int, act: Act, of: int, at: datetime) -> None:
        asked = {"person": person_id, "that_act": act.value, "about": of, "at": at}
        self._connection.execute(_SETTLE, asked)

    @override
    def mark_undone(self, entry_id: int, at: datetime) -> None:
        entries.set_undone(self._connection, entry_id, at)
