"""How often questions come to a student, and which lesson days are workplace days too."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import instant

revision = "0015"
down_revision = "0014"

_TABLE = "reflecting"


def upgrade() -> None:
    """Add the columns: everybody is asked every workplace day, and nothing on lesson days."""
    op.add_column(_TABLE, Column("despite", String(7), nullable=False, server_default=""))
    op.add_column(_TABLE, Column("next_on", String(10), nullable=True))
    op.add_column(_TABLE, instant("wanted_at", nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    for name in ("wanted_at", "next_on", "despite"):
        op.drop_column(_TABLE, name)
