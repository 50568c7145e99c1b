"""What goes to others: messages that wait, are under way, arrived or never will."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    false,
    text,
)
from sqlalchemy import UniqueConstraint as Unique

from bot.domain.telling.delivery import DeliveryState
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

WAITING = text("state = 'pending'")
UNDER_WAY = text("state = 'sending'")
UNSENT = text("state IN ('pending', 'sending')")
"""Of ten years of messages only these few are ever looked for."""

PINGS = text("platform IN ('push', 'mail')")
"""Signs of what waits on the page: of those it is counted how many were refused lately."""

outbox = Table(
    "outbox",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    link("track_id", "track", nullable=True),
    Column("platform", String, nullable=False),
    Column("address", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("content", JSON, nullable=False),
    Column("asks", String, nullable=False, server_default=""),
    Column("day", String),
    Column("state", String, nullable=False, server_default=DeliveryState.PENDING.value),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Instant, nullable=False),
    Column("lease_until", Instant),
    Column("expires_at", Instant),
    Column("sent_at", Instant),
    Column("platform_ref", String, nullable=False, server_default=""),
    Column("last_error", String, nullable=False, server_default=""),
    Column("stale", Boolean, nullable=False, server_default=false()),
    Column("made_at", Instant, nullable=False),
    Unique("person_id", "kind", "subject"),
    # At most one message a day that nobody asked for; the others have no day.
    Index(None, "person_id", "day", unique=True),
    Index(None, "platform", "not_before", "id", sqlite_where=WAITING, postgresql_where=WAITING),
    Index(None, "platform", "address", "id", sqlite_where=UNSENT, postgresql_where=UNSENT),
    Index("ix_outbox_pings", "made_at", sqlite_where=PINGS, postgresql_where=PINGS),
    # Whoever claims beside another one cannot have two of a chat under way.
    Index(
        None,
        "platform",
        "address",
        unique=True,
        sqlite_where=UNDER_WAY,
        postgresql_where=UNDER_WAY,
    ),
    one_of("state", DeliveryState),
    CheckConstraint("attempts >= 0", name="attempts"),
    CheckConstraint("state <> 'sending' OR lease_until IS NOT NULL", name="leased"),
    sqlite_autoincrement=True,
)
