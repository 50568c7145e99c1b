"""Who chose what is evaluated, when and why; and what a teacher chose, or took back, late."""

from alembic import op
from sqlalchemy import Boolean, Column, String

from bot.storage.migrations.shapes import IDENTITY, instant, key, link, organisation

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    """Add the columns, empty: of choices of before it is not known. Make the table, empty."""
    op.add_column("choice", Column("author_id", IDENTITY))
    op.add_column("choice", instant("chosen_at", nullable=True))
    op.add_column("choice", Column("reason", String))
    op.create_table(
        "late_choice",
        key(),
        organisation(),
        link("period_id", "period"),
        link("track_id", "track"),
        link("course_component_id", "course_component"),
        Column("chosen", Boolean, nullable=False),
        link("author_id", "person"),
        Column("reason", String, nullable=False),
        instant("said_at"),
        instant("undone_at", nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_late_choice_period_id_track_id", "late_choice", ["period_id", "track_id"])


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("late_choice")
    for name in ("reason", "chosen_at", "author_id"):
        op.drop_column("choice", name)
