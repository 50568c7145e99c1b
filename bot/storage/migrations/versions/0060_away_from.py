"""Since when somebody is away, so that a lesson of before is not taken for missed."""

from alembic import op

from bot.storage.migrations.shapes import instant

revision = "0060"
down_revision = "0059"


def upgrade() -> None:
    """Make room for it; of whoever is away now it is not known."""
    op.add_column("person", instant("absent_from", nullable=True))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("person", "absent_from")
