"""The clock remembers how much of what passed no other clock has borne out."""

from alembic import op
from sqlalchemy import Column, Double

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Add it: nothing yet."""
    op.add_column("tick", Column("unproved", Double, nullable=False, server_default="0"))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("tick", "unproved")
