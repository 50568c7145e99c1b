"""How much people are still to be told, and what came too late, for whoever looks after it."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, func, null, select

from bot.domain.telling.errands import ErrandKind
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.tables import account, errand, organisation_table, person

_OF_WORLD = select(organisation_table.c.id).where(IN_WORLD)
# What was done by its time, or had nothing left to say, was closed before.
_DROPPED = (
    select(func.count())
    .select_from(errand)
    .where(
        errand.c.settled_at >= errand.c.expires_at,
        # A question that gave way to another message of its day is no loss.
        errand.c.kind != ErrandKind.PROMPT,
        errand.c.settled_at >= bindparam("since", type_=Instant),
        errand.c.outbox_id.is_(null()),
        errand.c.organisation_id.in_(_OF_WORLD),
    )
)
_UNTOLD = select(func.count()).where(
    errand.c.settled_at.is_(None), errand.c.organisation_id.in_(_OF_WORLD)
)


_UNSEEN = _DROPPED.join(person, person.c.id == errand.c.person_id).where(
    ~exists(
        select(account.c.id).where(account.c.person_id == person.c.id, account.c.left_at.is_(None))
    )
)


def dropped(connection: Connection, world: World, since: datetime) -> int:
    """Count what was closed since an instant because it came too late."""
    asked = {"world": world.here, "since": since}
    return int(connection.execute(_DROPPED, asked).scalar_one())


def dropped_unseen(connection: Connection, world: World, since: datetime) -> int:
    """Count what of this was for people without a chat, and who did not look here in time."""
    asked = {"world": world.here, "since": since}
    return int(connection.execute(_UNSEEN, asked).scalar_one())


def untold(connection: Connection, world: World) -> int:
    """Count what was given and not told yet."""
    return int(connection.execute(_UNTOLD, {"world": world.here}).scalar_one())
