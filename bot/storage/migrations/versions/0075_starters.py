"""Teachers new to dual learning: who coaches them, their steps, and what was said with them."""

from alembic import op
from sqlalchemy import Column, Integer, String, Text, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0075"
down_revision = "0074"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "teachers_coach",
        organisation(),
        link("person_id", "person", primary_key=True),
        instant("since"),
    )
    op.create_table(
        "starter",
        organisation(),
        link("person_id", "person", primary_key=True),
        Column("since_on", String(10), nullable=False),
        Column("starts_on", String(10)),
        instant("ended_at", nullable=True),
    )
    op.create_table(
        "induction_session",
        key(),
        organisation(),
        link("teacher_id", "person"),
        Column("step", String, nullable=False),
        link("coach_id", "person", nullable=True),
        instant("changed_at"),
        Column("changes", Integer, nullable=False),
        instant("asked_at", nullable=True),
        instant("planned_for", nullable=True),
        Column("held_on", String(10)),
        UniqueConstraint("teacher_id", "step"),
        one_of("step", "welcome", "together", "first", "second", "third"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "induction_words",
        organisation(),
        link("session_id", "induction_session", primary_key=True),
        link("author_id", "person", primary_key=True),
        Column("words", Text, nullable=False),
        instant("said_at"),
    )


def downgrade() -> None:
    """Forget them."""
    for name in ("induction_words", "induction_session", "starter", "teachers_coach"):
        op.drop_table(name)
