"""The last tick, on one connection."""

from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from sqlalchemy import String, bindparam, func, select, text, update
from typing_extensions import override

from bot.domain.jumps import Beat
from bot.ports.ticks import LastTick, ServerClock, Ticks
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import look, tick

_LAST = select(tick)
_SEEN = select(func.max(look.c.last, type_=Instant))
_NOW = text(
    "SELECT clock_timestamp() AS at,"
    " host(inet_server_addr()) AS server, host(inet_client_addr()) AS client"
).columns(at=Instant, server=String, client=String)
# There is one row; another process may make it at the same time.
_MAKE = text("INSERT INTO tick (id) VALUES (1) ON CONFLICT (id) DO NOTHING")
_RECORD = update(tick).values(
    at=bindparam("new_at", type_=Instant),
    clock_at=bindparam("new_clock", type_=Instant),
    boot=bindparam("new_boot"),
    up=bindparam("new_up"),
    trusted_seconds=bindparam("new_trusted"),
    unproved=bindparam("new_unproved"),
    held_at=None,
)
_NOTE = update(tick).values(at=bindparam("new_at", type_=Instant))
_HOLD = update(tick).values(held_at=bindparam("new_held", type_=Instant))

CONTAINED = (Path("/.dockerenv"), Path("/run/.containerenv"))
"""One of these stands where we run in a container."""


def is_near(host: str | None, server: str | None, client: str | None, *, contained: bool) -> bool:
    """Say whether a database may stand on this machine, by what we call it and both addresses.

    In a container a private address may well be the container next to it.
    """
    if not host or host == "localhost" or server is None or server == client:
        return True
    found = ip_address(server)
    return _is_loopback(host) or found.is_loopback or (contained and found.is_private)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.startswith("/")


class StoredTicks(Connected, Ticks):
    """The last tick on one connection."""

    @override
    def find_last(self) -> LastTick:
        row = self._connection.execute(_LAST).one_or_none()
        known = row is not None and row.clock_at is not None
        beat = Beat(row.clock_at, row.boot, row.up) if row is not None and known else self._seen()
        at: datetime | None = row.at if row is not None else None
        at = at or (beat.at if beat else None)
        if row is None:
            return LastTick(at, beat)
        trusted, unproved = timedelta(seconds=row.trusted_seconds), timedelta(seconds=row.unproved)
        return LastTick(at, beat, row.held_at, trusted, unproved)

    def _seen(self) -> Beat | None:
        at = self._connection.execute(_SEEN).scalar_one()
        return Beat(at) if at else None

    @override
    def record(
        self, at: datetime, beat: Beat, trusted: timedelta, unproved: timedelta = timedelta(0)
    ) -> None:
        self._connection.execute(_MAKE)
        values = {
            "new_at": at,
            "new_clock": beat.at,
            "new_boot": beat.boot,
            "new_up": beat.up,
            "new_trusted": round(trusted.total_seconds()),
            "new_unproved": unproved.total_seconds(),
        }
        self._connection.execute(_RECORD, values)

    @override
    def note(self, at: datetime) -> None:
        self._connection.execute(_MAKE)
        self._connection.execute(_NOTE, {"new_at": at})

    @override
    def hold(self, beat: Beat) -> None:
        self._connection.execute(_MAKE)
        self._connection.execute(_HOLD, {"new_held": beat.at})

    @override
    def read_database_clock(self) -> ServerClock | None:
        if self._connection.dialect.name != "postgresql":
            return None
        at, server, client = self._connection.execute(_NOW).one()
        url, contained = self._connection.engine.url, any(map(Path.exists, CONTAINED))
        host = url.host or str(url.query.get("host", ""))
        return ServerClock(at, is_near(host, server, client, contained=contained))
