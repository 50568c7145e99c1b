"""The clock remembers its last tick, so that an unlikely jump is seen."""

from alembic import op
from sqlalchemy import Column, DateTime, Double, Integer, String

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "tick",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("at", DateTime(timezone=True)),
        Column("clock_at", DateTime(timezone=True)),
        Column("boot", String, nullable=False, server_default=""),
        Column("up", Double, nullable=False, server_default="0"),
        Column("held_at", DateTime(timezone=True)),
        Column("trusted_seconds", Integer, nullable=False, server_default="0"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("tick")
