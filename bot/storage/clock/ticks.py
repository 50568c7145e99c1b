"""The last tick, on one connection."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, select, text, update
from typing_extensions import override

from bot.domain.jumps import Beat
from bot.ports.ticks import LastTick, Ticks
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import look, tick

_LAST = select(tick)
_SEEN = select(func.max(look.c.last, type_=Instant))
_NOW = text("SELECT clock_timestamp() AS at").columns(at=Instant)
# There is one row; another process may make it at the same time.
_MAKE = text("INSERT INTO tick (id) VALUES (1) ON CONFLICT (id) DO NOTHING")
_RECORD = update(tick).values(
    at=bindparam("new_at", type_=Instant),
    clock_at=bindparam("new_clock", type_=Instant),
    boot=bindparam("new_boot"),
    up=bindparam("new_up"),
    trusted_seconds=bindparam("new_trusted"),
    held_at=None,
)
_HOLD = update(tick).values(held_at=bindparam("new_held", type_=Instant))


class StoredTicks(Connected, Ticks):
    """The last tick on one connection."""

    @override
    def find_last(self) -> LastTick:
        row = self._connection.execute(_LAST).one_or_none()
        at: datetime | None = row.at if row else None
        if row is not None and at is not None:
            beat = Beat(row.clock_at, row.boot, row.up)
            return LastTick(at, beat, row.held_at, timedelta(seconds=row.trusted_seconds))
        at = self._connection.execute(_SEEN).scalar_one()
        return LastTick(at, Beat(at) if at else None, row.held_at if row else None)

    @override
    def record(self, at: datetime, beat: Beat, trusted: timedelta) -> None:
        self._connection.execute(_MAKE)
        values = {
            "new_at": at,
            "new_clock": beat.at,
            "new_boot": beat.boot,
            "new_up": beat.up,
            "new_trusted": round(trusted.total_seconds()),
        }
        self._connection.execute(_RECORD, values)

    @override
    def hold(self, beat: Beat) -> None:
        self._connection.execute(_MAKE)
        self._connection.execute(_HOLD, {"new_held": beat.at})

    @override
    def read_database_clock(self) -> datetime | None:
        if self._connection.dialect.name != "postgresql":
            return None
        found: datetime = self._connection.execute(_NOW).scalar_one()
        return found
