"""Large files of administrators are looked at, and read in, beside the lanes."""

from alembic import op
from sqlalchemy import Column, Integer, String, Text

from bot.storage.migrations.shapes import instant

revision = "0059"
down_revision = "0057"


def upgrade() -> None:
    """Say how far it is with each file: those that wait were shown, and wait for a tap."""
    op.add_column("handed_file", Column("step", String, nullable=False, server_default="shown"))
    op.add_column("handed_file", instant("in_hand_until", nullable=True))
    op.add_column("handed_file", Column("tries", Integer, nullable=False, server_default="0"))
    op.add_column("handed_file", Column("told", Text, nullable=False, server_default=""))
    op.add_column("handed_file", Column("lines_done", Integer, nullable=False, server_default="0"))
    op.add_column("handed_file", Column("line_count", Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    """Forget it; a file that was not shown waits as if it were, and is gone after a day."""
    for name in ("line_count", "lines_done", "told", "tries", "in_hand_until", "step"):
        op.drop_column("handed_file", name)
