"""How people come in: their chat accounts, the invitations to them, and wrong codes."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, text, true

from bot.domain.joining.accounts import JoiningPlatform
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

_STANDING = text("left_at IS NULL")


def _only_one(*columns: str) -> Index:
    """Allow one row with these values among those who have not left; the others are history."""
    return Index(None, *columns, unique=True, sqlite_where=_STANDING, postgresql_where=_STANDING)


account = Table(
    "account",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("platform", String, nullable=False),
    Column("address", String, nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("left_at", Instant),
    Column("reachable", Boolean, nullable=False, server_default=true()),
    Column("unreachable_since", Instant),
    # The newest thing said there, where the platform numbers what it tells.
    Column("heard_number", BigInteger),
    Column("heard_at", Instant),
    _only_one("platform", "address"),
    _only_one("person_id", "platform"),
    one_of("platform", JoiningPlatform),
    sqlite_autoincrement=True,
)

invitation = Table(
    "invitation",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("digest", String, nullable=False, unique=True),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("redeemed_at", Instant),
    Column("withdrawn_at", Instant),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

wrong_code = Table(
    "wrong_code",
    metadata,
    Column("platform", String, primary_key=True),
    Column("address", String, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("locked_until", Instant),
    one_of("platform", JoiningPlatform),
)
