"""Regions of workplaces, in the school's own words."""

from alembic import op
from sqlalchemy import Column, String

revision = "0088"
down_revision = "0087"


def upgrade() -> None:
    """Know of no region at first."""
    op.add_column("workplace", Column("region", String, nullable=False, server_default=""))


def downgrade() -> None:
    """Forget them."""
    op.drop_column("workplace", "region")
