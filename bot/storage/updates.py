"""Which updates were handled, and which were set aside because they raised."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.exc import IntegrityError

from bot.storage.tables import handled, quarantine

_CLAIM = insert(handled)
_KNOWN = select(handled.c.key).where(handled.c.key == bindparam("key"))
_SET_ASIDE = insert(quarantine)
_WAITING = select(func.count()).select_from(quarantine)


def claim(connection: Connection, key: str, at: datetime) -> bool:
    """Take an update's key; False when it was handled before."""
    if connection.execute(_KNOWN, {"key": key}).one_or_none():
        return False
    try:
        with connection.begin_nested():
            connection.execute(_CLAIM, {"key": key, "at": at})
    except IntegrityError:  # another process took it between the look and the insert
        return False
    return True


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
