"""Conversation: where each dialogue stands, our transcripts, updates handled and set aside."""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Text, UniqueConstraint

from bot.storage.migrations.shapes import IDENTITY, instant, key, link, organisation

revision = "0003"
down_revision = "0002"

TABLES = ("dialogue", "chat_message", "handled", "quarantine")


def upgrade() -> None:
    """Make the tables."""
    make_dialogue()
    make_updates()


def downgrade() -> None:
    """Drop the tables, the pointing ones first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def make_dialogue() -> None:
    op.create_table(
        "dialogue",
        organisation(),
        link("person_id", "person", primary_key=True),
        link("about_track", "track", nullable=True),
        instant("about_at", nullable=True),
        Column("asking", String, nullable=False),
        instant("asked_at", nullable=True),
        Column("serial", Integer, nullable=False),
        Column("data", JSON, nullable=False),
    )
    op.create_table(
        "chat_message",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("answers", String, nullable=False, server_default=""),
        Column("mine", Boolean, nullable=False),
        Column("kind", String, nullable=False),
        Column("text", Text, nullable=False),
        Column("edited", Boolean, nullable=False),
        Column("content", JSON, nullable=False),
        instant("said_at"),
        Column("shown", Boolean, nullable=False),
        Index(None, "person_id", "id"),
        Index(None, "person_id", "answers"),
        sqlite_autoincrement=True,
    )


def make_updates() -> None:
    op.create_table(
        "handled",
        Column("key", String, primary_key=True),
        instant("at"),
    )
    op.create_table(
        "quarantine",
        key(),
        Column("key", String, nullable=False),
        Column("person_id", IDENTITY),
        Column("update", JSON, nullable=False),
        Column("error", String, nullable=False),
        instant("at"),
        UniqueConstraint("key"),
    )
