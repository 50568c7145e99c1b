"""Decisions of class councils, each signed, and that the student was told."""

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0042"
down_revision = "0041"

_FIRST = text("follows_id IS NULL")
_UNSIGNED = text("signature = ''")


def upgrade() -> None:
    """Make the tables, empty: nothing was decided here so far."""
    op.create_table(
        "decision",
        key(),
        organisation(),
        link("track_id", "track"),
        link("period_id", "period"),
        Column("photo_digest", String, nullable=False),
        link("follows_id", "decision", nullable=True),
        Column("kind", String, nullable=False),
        Column("words", Text, nullable=False, server_default=""),
        Column("council", Text, nullable=False),
        Column("decided_on", String(10), nullable=False),
        Column("reason", Text, nullable=False),
        Column("basis", Text, nullable=False),
        link("author_id", "person"),
        instant("made_at"),
        Column("number", Integer, nullable=False),
        Column("before", String, nullable=False),
        Column("digest", String, nullable=False),
        Column("public_key", String, nullable=False, server_default=""),
        Column("signature", String, nullable=False, server_default=""),
        UniqueConstraint("organisation_id", "number"),
        UniqueConstraint("follows_id"),
        Index("ix_decision_unsigned", "id", sqlite_where=_UNSIGNED, postgresql_where=_UNSIGNED),
        one_of("kind", "qualified", "not qualified", "goes on", "other"),
        CheckConstraint("(kind = 'other') = (words <> '')", name="words"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_decision_first",
        "decision",
        ["track_id", "period_id"],
        unique=True,
        sqlite_where=_FIRST,
        postgresql_where=_FIRST,
    )
    op.create_table(
        "decision_told",
        link("decision_id", "decision", primary_key=True),
        organisation(),
        Column("told_by", String, nullable=False),
        Column("told_on", String(10), nullable=False),
        link("author_id", "person"),
        instant("said_at"),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("decision_told")
    op.drop_table("decision")
