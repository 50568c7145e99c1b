"""Who is to be forgotten, and whose time is over."""

from sqlalchemy import Column, Index, Table, text

from bot.storage.columns import Identity, Instant, key, link, metadata, organisation
from bot.storage.named import FreeWords

OPEN_WISH = text("withdrawn_at IS NULL AND erased_at IS NULL")
UNCLEAN = text("withdrawn_at IS NULL AND cleaned_at IS NULL")

forgetting = Table(
    "forgetting",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("wished_at", Instant, nullable=False),
    Column("confirmed_at", Instant),
    Column("due_at", Instant),
    Column("held_at", Instant),
    # An identity of who decides, which points at nothing.
    Column("held_by_id", Identity),
    Column("held_why", FreeWords, nullable=False, server_default=""),
    Column("withdrawn_at", Instant),
    Column("erased_at", Instant),
    # What was written while it was erased is looked for once more, and the file is cleaned.
    Column("cleaned_at", Instant),
    Index(
        "ix_forgetting_open",
        "person_id",
        unique=True,
        sqlite_where=OPEN_WISH,
        postgresql_where=OPEN_WISH,
    ),
    Index("ix_forgetting_unclean", "due_at", sqlite_where=UNCLEAN, postgresql_where=UNCLEAN),
    sqlite_autoincrement=True,
)

retention = Table(
    "retention",
    metadata,
    link("track_id", "track", primary_key=True),
    organisation(),
    # When something is next to be done, by the months that counted when that was worked out.
    Column("next_at", Instant, index=True),
    # When the track ended: its placements go before it does.
    Column("ended_at", Instant),
    Column("told_at", Instant),
    # Until when it is kept because somebody asked for that, and who did.
    Column("longer_until", Instant),
    Column("longer_by_id", Identity),
    Column("records_erased_at", Instant),
    Column("words_erased_at", Instant),
)
"""What became of a track whose time is over: announced, kept longer, or erased."""
