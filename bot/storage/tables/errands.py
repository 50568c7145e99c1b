"""What somebody is to be told unasked."""

from sqlalchemy import Column, Index, String, Table, text
from sqlalchemy import UniqueConstraint as Unique

from bot.storage.columns import Identity, Instant, key, link, metadata, organisation

OPEN_ERRAND = text("settled_at IS NULL")

errand = Table(
    "errand",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("about_id", Identity),
    Column("due_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("settled_at", Instant),
    link("outbox_id", "outbox", nullable=True),
    Column("since", Instant),
    Unique("person_id", "kind", "subject"),
    Index(None, "due_at", sqlite_where=OPEN_ERRAND, postgresql_where=OPEN_ERRAND),
    # Somebody's own, without all that they were told in ten years.
    Index(None, "person_id", sqlite_where=OPEN_ERRAND, postgresql_where=OPEN_ERRAND),
    Index(None, "outbox_id"),
    sqlite_autoincrement=True,
)
