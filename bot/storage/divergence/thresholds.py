"""From where on each programme hears of a difference, on one connection."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from typing import Any

from sqlalchemy import JSON, bindparam, select, text
from typing_extensions import override

from bot.domain.divergence.thresholds import Thresholds
from bot.ports.divergence import ChosenThresholds
from bot.storage.connected import Connected
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


class StoredThresholds(Connected, ChosenThresholds):
    """Thresholds on one connection."""

    @override
    def read(self, programme_id: int) -> Thresholds:
        return thresholds_of(self.read_chosen(programme_id))

    @override
    def read_of_track(self, track_id: int) -> Thresholds:
        chosen = self._connection.execute(_CHOSEN_ON, {"track": track_id}).scalar() or {}
        return thresholds_of(chosen)

    @override
    def read_chosen(self, programme_id: int) -> Mapping[str, Any]:
        return self._connection.execute(_CHOSEN, {"programme": programme_id}).scalar() or {}

    @override
    def set_chosen(
        self, organisation_id: int, programme_id: int, chosen: Mapping[str, float | int | bool]
    ) -> None:
        asked = {"programme": programme_id, "organisation": organisation_id, "chosen": dict(chosen)}
        self._connection.execute(_CHOOSE, asked)


def thresholds_of(chosen: Mapping[str, Any]) -> Thresholds:
    """Make thresholds of what a programme chose; spans are kept in seconds."""
    defaults = Thresholds()
    known: dict[str, Any] = {}
    for threshold in fields(Thresholds):
        if threshold.name in chosen:
            span = isinstance(getattr(defaults, threshold.name), timedelta)
            known[threshold.name] = (
                timedelta(seconds=chosen[threshold.name]) if span else chosen[threshold.name]
            )
    return Thresholds(**known)
