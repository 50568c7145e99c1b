"""How people come in: chat accounts, invitations, wrong codes, and sessions of the page."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, text, true
from sqlalchemy import UniqueConstraint as Unique

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.sessions import Ending
from bot.storage.columns import Identity, Instant, key, link, metadata, one_of, organisation

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
    # Who made it in a chat, for somebody else or a device of their own.
    Column("made_by", Identity),
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

_OPEN = text("ended_at IS NULL")

page_session = Table(
    "page_session",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    link("invitation_id", "invitation", nullable=True),
    # In addresses; it opens nothing.
    Column("seat", String, nullable=False),
    Column("digest", String, nullable=False),
    # Of the form that opened it: sent again it gets in again, since its answer was lost.
    Column("nonce_digest", String, nullable=False),
    Column("device", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("used_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("ended_why", String),
    # Who ended it, unless that was the clock or the command line.
    Column("ended_by", Identity),
    Unique("seat"),
    Unique("digest"),
    Index(None, "person_id"),
    Index(None, "invitation_id"),
    Index("ix_page_session_used", "used_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
    one_of("ended_why", Ending),
    sqlite_autoincrement=True,
)
