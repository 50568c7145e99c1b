"""Devices on which people want a ping of what waits for them on the page."""

from alembic import op
from sqlalchemy import Column, Index, String, text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0044"
down_revision = "0043"

_LIVING = text("ended_at IS NULL")
_PINGS = text("platform IN ('push', 'mail')")


def upgrade() -> None:
    """Make the table, empty: nobody was told in this way so far."""
    op.create_table(
        "push_subscription",
        key(),
        organisation(),
        link("person_id", "person"),
        link("session_id", "page_session"),
        Column("endpoint", String, nullable=False),
        Column("p256dh", String, nullable=False),
        Column("auth", String, nullable=False),
        instant("made_at"),
        instant("ended_at", nullable=True),
        Column("ended_why", String),
        Index(
            "ix_push_subscription_person_id",
            "person_id",
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        Index(
            "ix_push_subscription_session_id",
            "session_id",
            unique=True,
            sqlite_where=_LIVING,
            postgresql_where=_LIVING,
        ),
        one_of("ended_why", "own", "renewed", "many", "gone"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_pings", "outbox", ["made_at"], sqlite_where=_PINGS, postgresql_where=_PINGS
    )


def downgrade() -> None:
    """Drop the table, and the index."""
    op.drop_index("ix_outbox_pings", "outbox")
    op.drop_table("push_subscription")
