"""What somebody is to be told unasked, when lessons are, and when platforms were last looked at."""

from sqlalchemy import Column, Index, SmallInteger, String, Table, text
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
    Unique("person_id", "kind", "subject"),
    Index(None, "due_at", sqlite_where=OPEN_ERRAND, postgresql_where=OPEN_ERRAND),
    Index(None, "outbox_id"),
    sqlite_autoincrement=True,
)

lesson_time = Table(
    "lesson_time",
    metadata,
    link("class_group_id", "class_group", primary_key=True),
    link("teacher_id", "person", primary_key=True),
    Column("weekday", SmallInteger, primary_key=True, autoincrement=False),
    Column("starts", String(5), primary_key=True),
    organisation(),
)

look = Table(
    "look",
    metadata,
    Column("platform", String, primary_key=True),
    Column("last", Instant, nullable=False),
    Column("silent_from", Instant),
    Column("silent_until", Instant),
)
