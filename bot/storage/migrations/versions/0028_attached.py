"""A photo or a voice note that somebody attached on our own page: its bytes, by its message."""

from alembic import op
from sqlalchemy import Column, LargeBinary, String

from bot.storage.migrations.shapes import link, organisation

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Make the table, empty: nothing was attached before."""
    op.create_table(
        "attached",
        link("message_id", "chat_message", primary_key=True),
        organisation(),
        Column("kind", String, nullable=False),
        Column("data", LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("attached")
