"""Tracks that go from one coach to another."""

from alembic import op
from sqlalchemy import JSON, Column, String

from bot.storage.migrations.shapes import instant, key, link, organisation

revision = "0076"
down_revision = "0075"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "handover",
        key(),
        organisation(),
        link("track_id", "track"),
        link("from_id", "person"),
        link("to_id", "person"),
        link("by_id", "person"),
        Column("due_on", String(10)),
        instant("made_at"),
        instant("done_at", nullable=True),
        instant("ended_at", nullable=True),
        instant("seen_at", nullable=True),
        Column("moved", JSON),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_handover_track_id"), "handover", ["track_id"])
    op.create_index(op.f("ix_handover_to_id"), "handover", ["to_id"])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("handover")
