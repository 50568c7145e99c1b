"""Who may hear something unasked now that only some want: advice, and what could be done."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, func, or_, true

from bot.domain.telling.hours import Hours
from bot.domain.telling.profiles import Profile
from bot.ports.worlds import People, World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.tables import organisation_table, person

HEARS_IN = func.coalesce(person.c.time_zone, organisation_table.c.time_zone)
"""The zone in which a person lives."""

MAY_HEAR = (
    IN_WORLD,
    person.c.id.between(bindparam("first"), bindparam("last")),
    (HEARS_IN + " " + person.c.hours).in_(bindparam("rhythms", expanding=True)),
    person.c.profile != Profile.LIGHT,
    person.c.muted.is_not(true()),
    or_(person.c.absent_until.is_(None), person.c.absent_until <= bindparam("at", type_=Instant)),
)
"""People of a part, with these zones and hours, who are neither muted nor away nor want little."""


def ask_for(world: World, rhythms: Collection[tuple[str, Hours]], people: People) -> dict[str, Any]:
    """Name the values of these conditions; a rhythm is a zone and hours."""
    told = [f"{zone} {hours}" for zone, hours in rhythms]
    here = {"world": world.here, "at": world.at, "rhythms": told}
    return here | asdict(people)
