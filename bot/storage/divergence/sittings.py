"""Who is at work on what, on one connection: written by the ledger, read by the clock."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.domain.divergence.settling import Sitting
from bot.ports.divergence import AtWork
from bot.ports.worlds import World
from bot.storage.columns import Instant
from bot.storage.tables import organisation_table, sitting, track

_DONE = (
    update(sitting)
    .where(sitting.c.track_id == bindparam("track"), sitting.c.scorer_id == bindparam("scorer"))
    .values(done_at=bindparam("at", type_=Instant))
)
_OPEN = (
    select(
        sitting.c.track_id,
        sitting.c.competence_id,
        track.c.programme_id,
        sitting.c.organisation_id,
        sitting.c.said_at,
        sitting.c.done_at,
    )
    .join(track, track.c.id == sitting.c.track_id)
    .join(organisation_table, organisation_table.c.id == sitting.c.organisation_id)
    .where(organisation_table.c.sample == bindparam("sample"))
    .order_by(sitting.c.track_id, sitting.c.competence_id)
)
_FINISH = delete(sitting).where(
    sitting.c.track_id == bindparam("track"),
    sitting.c.said_at <= bindparam("seen", type_=Instant),
)


class StoredSittings:
    """Sittings on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection

    def record_done(self, scorer_id: int, track_id: int, at: datetime) -> None:
        """Note that a scorer said Done on a track."""
        self._connection.execute(_DONE, {"scorer": scorer_id, "track": track_id, "at": at})

    def list_open(self, world: World) -> Sequence[AtWork]:
        """List everybody at work."""
        return [
            AtWork(
                row.track_id,
                row.competence_id,
                row.programme_id,
                row.organisation_id,
                Sitting(row.said_at, row.done_at),
            )
            for row in self._connection.execute(_OPEN, {"sample": world.sample})
        ]

    def finish(self, track_id: int, seen: datetime) -> bool:
        """Take a track's sittings away up to an instant; False where another process did."""
        asked = {"track": track_id, "seen": seen}
        return self._connection.execute(_FINISH, asked).rowcount > 0
