"""Divergence: who is at work, alerts and who was told, questions, interventions, thresholds."""

from alembic import op
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the tables, and let a message be said anew in place."""
    make_alerts()
    make_interventions()
    # What is said anew while its message is under way: it is then edited once that has arrived.
    op.add_column("outbox", Column("stale", Boolean, nullable=False, server_default=false()))


def downgrade() -> None:
    """Drop the column and the tables."""
    op.drop_column("outbox", "stale")
    for name in (
        "thresholds", "intervention", "question", "alert_message", "alert", "sitting",
    ):  # fmt: skip
        op.drop_table(name)


def make_alerts() -> None:
    stands = text("state = 'open'")
    op.create_table(
        "sitting",
        link("track_id", "track", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        link("scorer_id", "person", primary_key=True),
        organisation(),
        instant("said_at"),
        instant("done_at", nullable=True),
    )
    op.create_table(
        "alert",
        key(),
        organisation(),
        link("track_id", "track"),
        link("competence_id", "competence"),
        Column("kind", String, nullable=False),
        Column("state", String, nullable=False),
        Column("route", String, nullable=False),
        instant("since"),
        Column("gist", JSON, nullable=False),
        Column("severity", Integer, nullable=False),
        instant("raised_at"),
        instant("changed_at"),
        instant("acknowledged_at", nullable=True),
        instant("snoozed_until", nullable=True),
        UniqueConstraint("track_id", "competence_id", "kind"),
        Index(None, "track_id", sqlite_where=stands, postgresql_where=stands),
        one_of("kind", "verdict", "indicator", "coverage", "silence", "gap", "overlap"),
        one_of("state", "open", "closed", "resolved"),
        one_of("route", "alert", "digest"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "alert_message",
        link("alert_id", "alert", primary_key=True),
        link("coach_id", "person", primary_key=True),
        organisation(),
        link("outbox_id", "outbox"),
        Index(None, "outbox_id"),
    )


def make_interventions() -> None:
    unanswered = text("answered_at IS NULL")
    op.create_table(
        "question",
        key(),
        organisation(),
        link("alert_id", "alert"),
        link("asked_by_id", "person"),
        link("asked_id", "person"),
        Column("role", String, nullable=False),
        Column("text", Text, nullable=False),
        instant("asked_at"),
        Column("answer", Text),
        instant("answered_at", nullable=True),
        Index(None, "alert_id"),
        Index(None, "asked_id", sqlite_where=unanswered, postgresql_where=unanswered),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "intervention",
        key(),
        organisation(),
        link("track_id", "track"),
        link("alert_id", "alert", nullable=True),
        link("author_id", "person"),
        Column("kind", String, nullable=False),
        Column("text", Text, nullable=False),
        instant("at"),
        Index(None, "track_id", "at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "thresholds",
        link("programme_id", "programme", primary_key=True),
        organisation(),
        Column("chosen", JSON, nullable=False),
    )
