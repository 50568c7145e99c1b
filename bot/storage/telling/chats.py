"""In which chat somebody is written to: the one they chose, else the one joined last, in reach.

To be used in a statement about `person`, joined with its organisation, and outer joined with
`account` on BEST_CHAT.
"""

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
)

from bot.domain.telling.places import PINGS, Place
from bot.storage.clock.worlds import WORLD
from bot.storage.tables import account, organisation_table, person

_other = account.alias("other")
_PAGE: ColumnElement[str] = literal_column(f"'{Place.PAGE}'")
_standing = and_(_other.c.person_id == person.c.id, _other.c.left_at.is_(None))
# Pings are of what is on the page, so who chose one is written to there.
_CHOSEN = case(
    (person.c.told_on.in_([literal_column(f"'{place}'") for place in PINGS]), _PAGE),
    else_=person.c.told_on,
)

_REACHED = select(_other.c.id).where(_standing, _other.c.reachable)
# Not by the order of one: there SQLite does not look at what is around it.
BEST_CHAT = func.coalesce(
    _REACHED.where(_other.c.platform == _CHOSEN).correlate(person).scalar_subquery(),
    _REACHED.order_by(_other.c.joined_at.desc(), _other.c.id.desc())
    .limit(1)
    .correlate(person)
    .scalar_subquery(),
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
