"""The holidays of each school."""

from alembic import op
from sqlalchemy import Column, Index, String, Text

from bot.storage.migrations.shapes import key, organisation

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Make the table; no school has holidays of its own until it says so."""
    op.create_table(
        "school_holiday",
        key(),
        organisation(),
        Column("first_on", String(10), nullable=False),
        Column("last_on", String(10), nullable=False),
        Column("name", Text, nullable=False),
        Index(None, "organisation_id"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("school_holiday")
