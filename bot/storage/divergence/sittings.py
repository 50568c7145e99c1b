"""Who is at work on what, on one connection: written by the ledger, read by the clock."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from typing_extensions import override

from bot.domain.divergence.settling import Sitting
from bot.ports.divergence import AtWork, Sittings
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import organisation_table, sitting, track

_DONE = (
    update(sitting)
    .where(sitting.c.track_id == bindparam("track"), sitting.c.scorer_id == bindparam("scorer"))
    .values(done_at=bindparam("at", type_=Instant))
)
OPEN = (
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
    .where(IN_WORLD)
    .order_by(sitting.c.track_id, sitting.c.competence_id)
)
_OPEN_ON = OPEN.where(sitting.c.track_id.in_(bindparam("tracks", expanding=True)))
_FINISH = delete(sitting).where(
    sitting.c.track_id == bindparam("track"),
    sitting.c.said_at <= bindparam("seen", type_=Instant),
)


class StoredSittings(Connected, Sittings):
    """Sittings on one connection."""

    @override
    def record_done(self, scorer_id: int, track_id: int, at: datetime) -> None:
        self._connection.execute(_DONE, {"scorer": scorer_id, "track": track_id, "at": at})

    @override
    def list_open(self, world: World, tracks: Collection[int] = ()) -> Sequence[AtWork]:
        asked = {"world": world.here}
        rows = (
            self._connection.execute(_OPEN_ON, {**asked, "tracks": list(tracks)})
            if tracks
            else self._connection.execute(OPEN, asked)
        )
        return [
            AtWork(
                row.track_id,
                row.competence_id,
                row.programme_id,
                row.organisation_id,
                Sitting(row.said_at, row.done_at),
            )
            for row in rows
        ]

    @override
    def finish(self, track_id: int, seen: datetime) -> bool:
        asked = {"track": track_id, "seen": seen}
        return self._connection.execute(_FINISH, asked).rowcount > 0
