"""A mark knows when a coverage was said last, so that most of what is late needs no history."""

from alembic import op
from sqlalchemy import Column, DateTime

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Add it, empty: of such a mark it is read from the ledger when something comes late."""
    op.add_column("mark", Column("coverage_at", DateTime(timezone=True)))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("mark", "coverage_at")
