"""When the platforms were last known to hold nothing back, on one connection."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import bindparam, select, text, update
from typing_extensions import override

from bot.domain.periods.photos import Look
from bot.ports.periods.photos import Looks
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import look

_COLUMNS = (look.c.platform, look.c.last, look.c.silent_from, look.c.silent_until)
_ALL = select(*_COLUMNS)
_ONE = _ALL.where(look.c.platform == bindparam("on_platform")).with_for_update()
_ADD = text(
    "INSERT INTO look (platform, last) VALUES (:platform, :last) ON CONFLICT (platform) DO NOTHING"
).bindparams(bindparam("last", type_=Instant))
_CHANGE = (
    update(look)
    .where(look.c.platform == bindparam("on_platform"))
    .values(
        last=bindparam("new_last"),
        silent_from=bindparam("new_from"),
        silent_until=bindparam("new_until"),
    )
)

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class StoredLooks(Connected, Looks):
    """Looks on one connection."""

    @override
    def record(self, platform: str, at: datetime) -> None:
        row = self._connection.execute(_ONE, {"on_platform": platform}).one_or_none()
        if row is None:
            self._connection.execute(_ADD, {"platform": platform, "last": at})
            return
        seen = Look(**row._mapping).after(at)
        values = {
            "new_last": seen.last,
            "new_from": seen.silent_from,
            "new_until": seen.silent_until,
        }
        self._connection.execute(_CHANGE, {"on_platform": platform, **values})

    @override
    def list_of(self, platforms: Sequence[tuple[str, bool]]) -> Sequence[Look]:
        if not platforms:
            return []
        known = {row.platform: Look(**row._mapping) for row in self._connection.execute(_ALL)}
        return [
            replace(known.get(name, Look(name, NEVER)), untimed=untimed)
            for name, untimed in platforms
        ]
