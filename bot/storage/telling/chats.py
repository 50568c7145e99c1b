"""In which chat somebody is written to: the one joined last that can be reached.

To be used in a statement about `person`, joined with its organisation, and outer joined with
`account` on BEST_CHAT.
"""

from sqlalchemy import String, and_, cast, exists, func, literal_column, or_, select

from bot.storage.clock.worlds import WORLD
from bot.storage.tables import account, organisation_table, person

_other = account.alias("other")
_standing = and_(_other.c.person_id == person.c.id, _other.c.left_at.is_(None))

BEST_CHAT = (
    select(_other.c.id)
    .where(_standing, _other.c.reachable)
    .order_by(_other.c.joined_at.desc(), _other.c.id.desc())
    .limit(1)
    .correlate(person)
    .scalar_subquery()
)
PLATFORM = func.coalesce(account.c.platform, WORLD)
ADDRESS = func.coalesce(account.c.address, cast(person.c.id, String))

IN_SIGHT = or_(
    organisation_table.c.sample,
    exists(select(literal_column("1")).where(_standing, _other.c.reachable).correlate(person)),
)
"""Whoever reads what we write unasked: in a chat, or as one of the sample's people on the page."""

NOWHERE_ELSE = ~exists(select(literal_column("1")).where(_standing).correlate(person))
"""Whoever never came to a chat, or left: they read what waits here once they look themselves."""

IN_REACH = or_(
    account.c.id.is_not(None),
    NOWHERE_ELSE,
)
"""Whoever blocked the bot everywhere is not written to; whoever never came finds it here."""
