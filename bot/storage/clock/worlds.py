"""Which organisations live by which clock, on one connection."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import bindparam, func, select, union, update
from typing_extensions import override

from bot.domain.telling.hours import Hours
from bot.ports.worlds import People, SampleClock, World, Worlds
from bot.storage.connected import Connected
from bot.storage.tables import organisation_table, person, track

IN_WORLD = organisation_table.c.sample == bindparam("sample")
"""Of organisations: those of one world."""

_WORLDS = (
    select(
        organisation_table.c.sample,
        func.max(organisation_table.c.ahead_seconds).label("ahead_seconds"),
    )
    .group_by(organisation_table.c.sample)
    .order_by(organisation_table.c.sample)
)
_ALONE = (
    select(organisation_table.c.id)
    .where(IN_WORLD)
    .order_by(organisation_table.c.id)
    .with_for_update(key_share=True)
)
_SAMPLE = select(organisation_table.c.ahead_seconds, organisation_table.c.time_zone).where(
    organisation_table.c.sample
)
_MOVE_SAMPLE = (
    update(organisation_table)
    .where(organisation_table.c.sample, organisation_table.c.ahead_seconds < bindparam("ahead"))
    .values(ahead_seconds=bindparam("ahead"))
)
_ZONE = (
    select(organisation_table.c.time_zone)
    .join(track, track.c.organisation_id == organisation_table.c.id)
    .where(track.c.id == bindparam("track"))
)
_ZONES = union(
    select(organisation_table.c.time_zone).where(IN_WORLD),
    select(person.c.time_zone)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(IN_WORLD, person.c.time_zone.is_not(None)),
)
_EDGES = (
    select(func.min(person.c.id).label("first"), func.max(person.c.id).label("last"))
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(IN_WORLD)
)
_LIVED = (
    select(func.coalesce(person.c.time_zone, organisation_table.c.time_zone), person.c.hours)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .where(IN_WORLD)
    .distinct()
)


class StoredWorlds(Connected, Worlds):
    """The worlds on one connection."""

    @override
    def list_at(self, at: datetime) -> Sequence[World]:
        return [
            World(row.sample, at + timedelta(seconds=row.ahead_seconds))
            for row in self._connection.execute(_WORLDS)
        ]

    @override
    def hold(self, world: World) -> None:
        self._connection.execute(_ALONE, {"sample": world.sample})

    @override
    def read_sample_clock(self, at: datetime) -> SampleClock | None:
        row = self._connection.execute(_SAMPLE).first()
        if row is None:
            return None
        return SampleClock(at + timedelta(seconds=row.ahead_seconds), row.time_zone)

    @override
    def move_sample(self, to: datetime, at: datetime) -> None:
        ahead = ceil((to - at).total_seconds())
        self._connection.execute(_MOVE_SAMPLE, {"ahead": ahead})

    @override
    def read_zone(self, track_id: int) -> str:
        zone: str = self._connection.execute(_ZONE, {"track": track_id}).scalar_one()
        return zone

    @override
    def list_zones(self, world: World) -> Sequence[str]:
        return sorted(self._connection.execute(_ZONES, {"sample": world.sample}).scalars())

    @override
    def list_people(self, world: World, at_most: int) -> Sequence[People]:
        edges = self._connection.execute(_EDGES, {"sample": world.sample}).one()
        if edges.first is None:
            return []
        # By identities and not by counting: what is missing only makes a part smaller.
        return [
            People(first, first + at_most - 1)
            for first in range(edges.first, edges.last + 1, at_most)
        ]

    @override
    def list_rhythms(self, world: World) -> Sequence[tuple[str, Hours]]:
        rows = self._connection.execute(_LIVED, {"sample": world.sample})
        return sorted((zone, Hours(hours)) for zone, hours in rows)
