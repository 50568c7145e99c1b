"""A school's own text for whoever tells of danger: whom to turn to."""

from alembic import op
from sqlalchemy import Column, String

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Add it, empty: until a school writes one, the coach is named."""
    op.add_column("organisation", Column("care", String, nullable=False, server_default=""))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("organisation", "care")
