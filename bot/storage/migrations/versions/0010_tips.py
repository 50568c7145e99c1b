"""Tips that mentors were told, and what they said of each."""

from alembic import op
from sqlalchemy import Column, Index, String, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0010"
down_revision = "0008"

METHODS = (
    "modelling", "scaffolding", "articulation", "coaching", "reflection", "exploration",
    "generalisation",
)  # fmt: skip


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "tip_told",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("key", String, nullable=False),
        Column("method", String, nullable=False),
        instant("told_at"),
        Column("verdict", String),
        link("errand_id", "errand", nullable=True),
        UniqueConstraint("errand_id"),
        Index(None, "person_id", "told_at"),
        one_of("method", *METHODS),
        one_of("verdict", "helped", "not_for_me"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("tip_told")
