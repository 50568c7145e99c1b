"""How we talk: dialogues, our own transcripts, updates handled and set aside, edits."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from bot.storage.columns import Identity, Instant, key, link, metadata, organisation

dialogue = Table(
    "dialogue",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    link("about_track", "track", nullable=True),
    Column("about_at", Instant),
    Column("asking", String, nullable=False),
    Column("asked_at", Instant),
    Column("serial", Integer, nullable=False),
    Column("data", JSON, nullable=False),
)

chat_message = Table(
    "chat_message",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("answers", String, nullable=False, server_default=""),
    # Whom it was typed about alone, or answers such a line: it goes with that person.
    Column("about_id", Identity),
    Column("mine", Boolean, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("edited", Boolean, nullable=False),
    Column("content", JSON, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("shown", Boolean, nullable=False),
    Index(None, "person_id", "id"),
    Index(None, "person_id", "answers"),
    sqlite_autoincrement=True,
)

# What somebody attached to a message of theirs; it goes with the words when those are withdrawn.
attached = Table(
    "attached",
    metadata,
    link("message_id", "chat_message", primary_key=True),
    organisation(),
    Column("kind", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

handled = Table(
    "handled",
    metadata,
    Column("key", String, primary_key=True),
    Column("at", Instant, nullable=False),
)

wording = Table(
    "wording",
    metadata,
    Column("source", String, primary_key=True),
    Column("digest", String, nullable=False),
    Column("at", Instant, nullable=False),
)

# The message in which somebody last saw a legend in full, and the day of theirs that it was.
legend = Table(
    "legend",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    Column("day", String, nullable=False),
    Column("message", String, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    key(),
    Column("key", String, nullable=False, unique=True),
    Column("person_id", Identity),
    Column("update", JSON, nullable=False),
    Column("error", String, nullable=False),
    Column("at", Instant, nullable=False),
)
