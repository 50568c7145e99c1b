"""What a message said when it was last read, as a short digest: edits may change nothing."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import instant

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "wording",
        Column("source", String, primary_key=True),
        Column("digest", String, nullable=False),
        instant("at"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("wording")
