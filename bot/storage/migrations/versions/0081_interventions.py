"""Interventions of any actor, with what they were for and whether they helped."""

from alembic import op
from sqlalchemy import Column, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0081"
down_revision = "0080"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "own_intervention",
        key(),
        organisation(),
        link("by_id", "person"),
        Column("role", String, nullable=False),
        Column("about", String, nullable=False),
        link("track_id", "track", nullable=True),
        link("workplace_id", "workplace", nullable=True),
        link("class_group_id", "class_group", nullable=True),
        Column("level", String, nullable=False),
        Column("acts_on", String),
        Column("words", Text, nullable=False),
        Column("purpose", Text, nullable=False, server_default=""),
        Column("done_on", String(10), nullable=False),
        instant("said_at"),
        Column("helped", String),
        Column("outcome", Text, nullable=False, server_default=""),
        instant("helped_at", nullable=True),
        one_of("role", "student", "mentor", "teacher", "coach"),
        one_of("about", "student", "workplace", "class_group", "school", "authorities"),
        one_of("level", "micro", "meso", "macro"),
        one_of("acts_on", "process", "variable", "actor"),
        one_of("helped", "yes", "partly", "no", "unknown"),
        sqlite_autoincrement=True,
    )
    for column in ("by_id", "track_id"):
        op.create_index(op.f(f"ix_own_intervention_{column}"), "own_intervention", [column])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("own_intervention")
