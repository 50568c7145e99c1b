"""Follow-up questions on answers, how many each student gets, and whether feedback helped."""

from alembic import op
from sqlalchemy import Boolean, Column, SmallInteger, String

from bot.storage.migrations.shapes import IDENTITY

revision = "0032"
down_revision = "0031"

_ADDED = (
    ("answer_part", "replies_to"),
    ("reflecting", "follow_ups"),
    ("feedback", "helped"),
    ("feedback", "summed_in"),
)


def upgrade() -> None:
    """Add them: nothing was asked so far, and nobody has said whether feedback helped."""
    op.add_column("answer_part", Column("replies_to", String, nullable=False, server_default=""))
    op.add_column("reflecting", Column("follow_ups", SmallInteger))
    op.add_column("feedback", Column("helped", Boolean))
    op.add_column("feedback", Column("summed_in", IDENTITY))


def downgrade() -> None:
    """Drop them."""
    for table, column in reversed(_ADDED):
        op.drop_column(table, column)
