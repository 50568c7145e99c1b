"""How an organisation speaks with people: its address, and what it calls each role."""

from alembic import op
from sqlalchemy import Column, String

revision = "0057"
down_revision = "0056"


def upgrade() -> None:
    """Add it, empty: until a school chooses, it speaks as usual."""
    op.add_column("organisation", Column("manner", String, nullable=False, server_default=""))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("organisation", "manner")
