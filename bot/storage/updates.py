"""Which updates were handled, and which were set aside because they raised."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, text

from bot.storage.columns import Instant
from bot.storage.tables import quarantine

# One statement for both engines; on PostgreSQL it waits for another process that has the key.
_CLAIM = text(
    "INSERT INTO handled (key, at) VALUES (:key, :at) ON CONFLICT (key) DO NOTHING"
).bindparams(bindparam("at", type_=Instant))
_SET_ASIDE = insert(quarantine)
_WAITING = select(func.count()).select_from(quarantine)


def claim(connection: Connection, key: str, at: datetime) -> bool:
    """Take an update's key; False when it was handled before."""
    return connection.execute(_CLAIM, {"key": key, "at": at}).rowcount == 1


def set_aside(
    connection: Connection,
    key: str,
    person_id: int | None,
    update: dict[str, Any],
    error: str,
    at: datetime,
) -> None:
    """Keep an update that raised, to be looked at; its key counts as handled."""
    if claim(connection, key, at):
        connection.execute(
            _SET_ASIDE,
            {"key": key, "person_id": person_id, "update": update, "error": error, "at": at},
        )


def in_quarantine(connection: Connection) -> int:
    """Count the updates set aside."""
    return connection.execute(_WAITING).scalar_one()
