"""What people ask of what is kept of them."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, UniqueConstraint, text

from bot.storage.columns import Instant, key, link, metadata, organisation

_WANTED = text("made_at IS NULL")

# Of each person there is one at most: wanted, or made and kept for a day.
take_away = Table(
    "take_away",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("asked_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    # It opens the file, which stands beside it.
    Column("code", String, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("in_hand_until", Instant),
    Column("made_at", Instant),
    Column("size", Integer, nullable=False, server_default="0"),
    Column("data", LargeBinary),
    UniqueConstraint("person_id"),
    UniqueConstraint("code"),
    Index("ix_take_away_wanted", "asked_at", sqlite_where=_WANTED, postgresql_where=_WANTED),
    Index(None, "expires_at"),
    sqlite_autoincrement=True,
)
