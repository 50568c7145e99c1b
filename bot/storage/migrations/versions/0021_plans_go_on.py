"""Planning what a period tells goes by parts of the people, and goes on where it stopped."""

from alembic import op
from sqlalchemy import Column

from bot.storage.migrations.shapes import IDENTITY

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add how far a plan came; what was planned so far is whole."""
    op.add_column("planned", Column("upto_person", IDENTITY, nullable=True))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("planned", "upto_person")
