"""Choices of course components on one connection."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import bindparam, delete, insert, select
from typing_extensions import override

from bot.domain.periods.period import Period
from bot.domain.school.tracks import Track
from bot.ports.evaluating.choices import Choices
from bot.storage.connected import Connected
from bot.storage.tables import choice

_OF = select(choice.c.track_id, choice.c.course_component_id).where(
    choice.c.period_id == bindparam("period"),
    choice.c.track_id.in_(bindparam("tracks", expanding=True)),
)
_DROP = delete(choice).where(
    choice.c.period_id == bindparam("period"),
    choice.c.track_id == bindparam("track"),
    choice.c.course_component_id == bindparam("component"),
)
_ADD = insert(choice)


class StoredChoices(Connected, Choices):
    """Choices on one connection."""

    @override
    def read_chosen(self, period: Period, tracks: Collection[int]) -> Mapping[int, Collection[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        asked = {"period": period.id, "tracks": list(tracks)}
        for row in self._connection.execute(_OF, asked):
            found[row.track_id].add(row.course_component_id)
        return found

    @override
    def toggle(self, period: Period, track: Track, component_id: int) -> None:
        asked = {"period": period.id, "track": track.id, "component": component_id}
        if self._connection.execute(_DROP, asked).rowcount:
            return
        row = {
            "organisation_id": period.organisation_id,
            "period_id": period.id,
            "track_id": track.id,
            "course_component_id": component_id,
        }
        self._connection.execute(_ADD, row)
