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

MAY_HEAR = (
    IN_WORLD,
    person.c.id.between(bindparam("first"), bindparam("last")),
    func.coalesce(person.c.time_zone, organisation_table.c.time_zone) == bindparam("zone"),
    person.c.hours.in_(bindparam("hours", expanding=True)),
    person.c.profile != Profile.LIGHT,
    person.c.muted.is_not(true()),
    or_(person.c.absent_until.is_(None), person.c.absent_until <= bindparam("at", type_=Instant)),
)
"""People of a part, in a zone, with these hours, who are neither muted nor away nor want little."""


def ask_for(world: World, zone: str, hours: Collection[Hours], people: People) -> dict[str, Any]:
    """Name the values of these conditions."""
    here = {"world": world.here, "at": world.at, "zone": zone, "hours": list(hours)}
    return here | asdict(people)
