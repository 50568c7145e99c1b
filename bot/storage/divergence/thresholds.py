"""From where on each programme hears of a difference, on one connection."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from typing import Any

from sqlalchemy import JSON, Connection, bindparam, select, text

from bot.domain.divergence.thresholds import Thresholds
from bot.storage.tables import thresholds, track

_CHOSEN = select(thresholds.c.chosen).where(thresholds.c.programme_id == bindparam("programme"))
_CHOSEN_ON = (
    select(thresholds.c.chosen)
    .join(track, track.c.programme_id == thresholds.c.programme_id)
    .where(track.c.id == bindparam("track"))
)
_CHOOSE = text(
    "INSERT INTO thresholds (programme_id, organisation_id, chosen)"
    " VALUES (:programme, :organisation, :chosen)"
    " ON CONFLICT (programme_id) DO UPDATE SET chosen = excluded.chosen"
).bindparams(bindparam("chosen", type_=JSON))


class StoredThresholds:
    """Thresholds on one connection."""

    def __init__(self, connection: Connection) -> None:
        """Work on this connection's transaction."""
        self._connection = connection

    def read(self, programme_id: int) -> Thresholds:
        """Give a programme's thresholds: its own, or the defaults."""
        return thresholds_of(self.read_chosen(programme_id))

    def read_of_track(self, track_id: int) -> Thresholds:
        """Give the thresholds of a track's programme."""
        chosen = self._connection.execute(_CHOSEN_ON, {"track": track_id}).scalar() or {}
        return thresholds_of(chosen)

    def read_chosen(self, programme_id: int) -> Mapping[str, Any]:
        """Give what a programme chose itself; spans in seconds."""
        return self._connection.execute(_CHOSEN, {"programme": programme_id}).scalar() or {}

    def set_chosen(
        self, organisation_id: int, programme_id: int, chosen: Mapping[str, float | int | bool]
    ) -> None:
        """Give a programme thresholds of its own; what is not named keeps its default."""
        asked = {"programme": programme_id, "organisation": organisation_id, "chosen": dict(chosen)}
        self._connection.execute(_CHOOSE, asked)


def thresholds_of(chosen: Mapping[str, Any]) -> Thresholds:
    """Make thresholds of what a programme chose; spans are kept in seconds."""
    defaults = Thresholds()
    known: dict[str, Any] = {}
    for one in fields(Thresholds):
        if one.name in chosen:
            span = isinstance(getattr(defaults, one.name), timedelta)
            known[one.name] = timedelta(seconds=chosen[one.name]) if span else chosen[one.name]
    return Thresholds(**known)
