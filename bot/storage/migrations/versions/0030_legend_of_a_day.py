"""In which message somebody last saw a legend in full, and on which day of theirs."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import link, organisation

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Make the table, empty: the next picture explains itself in full."""
    op.create_table(
        "legend",
        organisation(),
        link("person_id", "person", primary_key=True),
        Column("day", String, nullable=False),
        Column("message", String, nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("legend")
