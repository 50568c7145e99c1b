"""About whom a line was typed, so that it goes when that person is erased."""

from alembic import op
from sqlalchemy import Column

from bot.storage.migrations.shapes import IDENTITY

revision = "0063"
down_revision = "0060"


def upgrade() -> None:
    """Make room for it; of lines of before it is not known."""
    op.add_column("chat_message", Column("about_id", IDENTITY))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("chat_message", "about_id")
