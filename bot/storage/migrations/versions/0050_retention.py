"""How long a programme keeps what was said after a track ends, and what became of each track."""

from alembic import op
from sqlalchemy import Column, Integer

from bot.storage.migrations.shapes import IDENTITY, instant, link, organisation

revision = "0050"
down_revision = "0049"


def upgrade() -> None:
    """Let every programme keep records for two years and photos for five."""
    for name, months in (("retention_months", 24), ("photo_months", 60)):
        column = Column(name, Integer, nullable=False, server_default=str(months))
        op.add_column("programme", column)
    op.create_table(
        "retention",
        link("track_id", "track", primary_key=True),
        organisation(),
        instant("next_at", nullable=True),
        instant("ended_at", nullable=True),
        instant("told_at", nullable=True),
        instant("longer_until", nullable=True),
        Column("longer_by_id", IDENTITY),
        instant("records_erased_at", nullable=True),
        instant("words_erased_at", nullable=True),
    )
    op.create_index("ix_retention_next_at", "retention", ["next_at"])


def downgrade() -> None:
    """Forget how long."""
    op.drop_table("retention")
    op.drop_column("programme", "photo_months")
    op.drop_column("programme", "retention_months")
