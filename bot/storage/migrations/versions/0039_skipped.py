"""Which question of the few somebody skipped, when, and why it was asked."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import instant, link, organisation

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    """Make the table, empty: nothing was skipped so far."""
    op.create_table(
        "skipped",
        organisation(),
        link("track_id", "track", primary_key=True),
        link("author_id", "person", primary_key=True),
        link("indicator_id", "indicator", primary_key=True),
        Column("reason", String, nullable=False),
        instant("said_at"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("skipped")
