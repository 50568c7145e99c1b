"""What somebody skipped of the few that matter."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select
from typing_extensions import override

from bot.ports.scoring import Seat, Skips
from bot.storage.tables import skipped

_SINCE = select(skipped.c.indicator_id, skipped.c.reason).where(
    skipped.c.track_id == bindparam("track"),
    skipped.c.author_id == bindparam("author"),
    skipped.c.said_at > bindparam("since"),
)
_FORGET = delete(skipped).where(
    skipped.c.track_id == bindparam("track"),
    skipped.c.author_id == bindparam("author"),
    skipped.c.indicator_id == bindparam("indicator"),
)
_KEEP = insert(skipped)


class StoredSkips(Skips):
    """What was skipped, on one connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection."""
        self._connection = connection

    @override
    def read_since(self, seat: Seat, since: datetime) -> Mapping[int, str]:
        asked = {"track": seat.track_id, "author": seat.author_id, "since": since}
        rows = self._connection.execute(_SINCE, asked)
        return {row.indicator_id: row.reason for row in rows}

    @override
    def skip(self, seat: Seat, indicator: int, reason: str, at: datetime) -> None:
        whose = {"track": seat.track_id, "author": seat.author_id, "indicator": indicator}
        self._connection.execute(_FORGET, whose)
        self._connection.execute(
            _KEEP,
            {
                "organisation_id": seat.organisation_id,
                "track_id": seat.track_id,
                "author_id": seat.author_id,
                "indicator_id": indicator,
                "reason": reason,
                "said_at": at,
            },
        )
