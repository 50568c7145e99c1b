"""What mentors were told that could be practised at their workplace, and what they said of it."""

from alembic import op
from sqlalchemy import Column, Index, String, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "mirror_told",
        key(),
        organisation(),
        link("person_id", "person"),
        link("track_id", "track"),
        link("competence_id", "competence"),
        instant("told_at"),
        Column("answer", String),
        link("errand_id", "errand", nullable=True),
        UniqueConstraint("errand_id"),
        Index(None, "person_id", "told_at"),
        one_of("answer", "can", "not_here"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("mirror_told")
