"""Which organisations live by which clock, on one connection."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import and_, bindparam, case, func, select, union, update
from typing_extensions import override

from bot.domain.telling.hours import Hours
from bot.ports.worlds import HERE, SAMPLE_HERE, People, SampleClock, World, Worlds
from bot.storage.connected import Connected
from bot.storage.tables import organisation_table, person, track

_OURS = organisation_table.c
WORLD = case(
    (~_OURS.sample, HERE),
    (_OURS.language == "en", SAMPLE_HERE),
    else_=f"{SAMPLE_HERE}-" + _OURS.language,
)
"""Of organisations: the platform that we run ourselves for their people, which names a world."""
IN_WORLD = bindparam("world") == WORLD
"""Of organisations: those of one world."""

_WORLDS = (
    select(
        _OURS.sample,
        func.max(_OURS.ahead_seconds).label("ahead_seconds"),
        func.max(_OURS.language).label("language"),
    )
    .group_by(_OURS.sample, WORLD)
    .order_by(_OURS.sample, func.min(_OURS.id))
)
_ALONE = (
    select(organisation_table.c.id)
    .where(IN_WORLD)
    .order_by(organisation_table.c.id)
    .with_for_update(key_share=True)
)
_IN_LANGUAGE = and_(_OURS.sample, _OURS.language == bindparam("spoken"))
_SAMPLE = select(_OURS.ahead_seconds, _OURS.time_zone).where(_IN_LANGUAGE)
_MOVE_SAMPLE = (
    update(organisation_table)
    .where(_IN_LANGUAGE, _OURS.ahead_seconds < bindparam("ahead"))
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
            World(row.sample, at + timedelta(seconds=row.ahead_seconds), row.language)
            for row in self._connection.execute(_WORLDS)
        ]

    @override
    def hold(self, world: World) -> None:
        self._connection.execute(_ALONE, {"world": world.here})

    @override
    def read_sample_clock(self, at: datetime, language: str = "en") -> SampleClock | None:
        row = self._connection.execute(_SAMPLE, {"spoken": language}).first()
        if row is None:
            return None
        return SampleClock(at + timedelta(seconds=row.ahead_seconds), row.time_zone)

    @override
    def move_sample(self, to: datetime, at: datetime, language: str = "en") -> None:
        ahead = ceil((to - at).total_seconds())
        self._connection.execute(_MOVE_SAMPLE, {"ahead": ahead, "spoken": language})

    @override
    def read_zone(self, track_id: int) -> str:
        zone: str = self._connection.execute(_ZONE, {"track": track_id}).scalar_one()
        return zone

    @override
    def list_zones(self, world: World) -> Sequence[str]:
        return sorted(self._connection.execute(_ZONES, {"world": world.here}).scalars())

    @override
    def list_people(self, world: World, at_most: int) -> Sequence[People]:
        edges = self._connection.execute(_EDGES, {"world": world.here}).one()
        if edges.first is None:
            return []
        # By identities and not by counting: what is missing only makes a part smaller.
        return [
            People(first, first + at_most - 1)
            for first in range(edges.first, edges.last + 1, at_most)
        ]

    @override
    def list_rhythms(self, world: World) -> Sequence[tuple[str, Hours]]:
        rows = self._connection.execute(_LIVED, {"world": world.here})
        return sorted((zone, Hours(hours)) for zone, hours in rows)
