"""What people may ask of what is kept about them."""

from sqlalchemy import Column, Index, String, Table, text

from bot.domain.rights.looking import OpenedKind
from bot.storage.columns import key, link, metadata, one_of, organisation

_OPERATOR = text("looker_id IS NULL")

opened = Table(
    "opened",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    # Empty for who runs Kompaan and looked from the command line.
    link("looker_id", "person", nullable=True),
    Column("what", String, nullable=False),
    Column("on_day", String, nullable=False),
    Index("ix_opened_day", "track_id", "on_day", "looker_id", "what", unique=True),
    Index(
        "ix_opened_operator",
        "track_id",
        "on_day",
        "what",
        unique=True,
        sqlite_where=_OPERATOR,
        postgresql_where=_OPERATOR,
    ),
    one_of("what", OpenedKind),
    sqlite_autoincrement=True,
)
