"""What helps students, in their own words."""

from alembic import op
from sqlalchemy import Column, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    """Make room for it, empty."""
    op.create_table(
        "measure",
        key(),
        organisation(),
        link("student_id", "person"),
        Column("words", Text, nullable=False),
        Column("share", String, nullable=False),
        instant("said_at"),
        one_of("share", "me", "work", "both", "all"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_measure_student_id"), "measure", ["student_id"])


def downgrade() -> None:
    """Forget it."""
    op.drop_table("measure")
