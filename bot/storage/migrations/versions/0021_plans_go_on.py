"""Planning goes by parts of the people: how far it came, and what is open for each."""

from alembic import op
from sqlalchemy import Column, text

from bot.storage.migrations.shapes import IDENTITY

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add how far a plan came, and the index; what was planned so far is whole."""
    op.add_column("planned", Column("upto_person", IDENTITY, nullable=True))
    op.create_index(
        "ix_errand_person_id",
        "errand",
        ["person_id"],
        sqlite_where=text("settled_at IS NULL"),
        postgresql_where=text("settled_at IS NULL"),
    )


def downgrade() -> None:
    """Drop the index and the column."""
    op.drop_index("ix_errand_person_id", "errand")
    op.drop_column("planned", "upto_person")
