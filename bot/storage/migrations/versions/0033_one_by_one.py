"""A person may like to be asked one indicator after the other, and not on a card."""

from alembic import op
from sqlalchemy import Boolean, Column, false

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Add it: everybody begins with the card."""
    op.add_column("person", Column("one_by_one", Boolean, nullable=False, server_default=false()))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("person", "one_by_one")
