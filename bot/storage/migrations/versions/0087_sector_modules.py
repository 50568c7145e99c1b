"""What sectors propose beside the competences of a profession, and where it was taken in."""

from alembic import op
from sqlalchemy import JSON, Column, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0087"
down_revision = "0086"


def upgrade() -> None:
    """Make room for it, empty."""
    op.create_table(
        "sector_module",
        key(),
        organisation(),
        link("sector_id", "sector"),
        Column("code", String, nullable=False),
        Column("contents", JSON, nullable=False),
        Column("state", String, nullable=False),
        link("proposed_by_id", "person", nullable=True),
        instant("proposed_at"),
        link("decided_by_id", "person", nullable=True),
        instant("decided_at", nullable=True),
        Column("reason", Text, nullable=False, server_default=""),
        link("framework_id", "framework", nullable=True),
        one_of("state", "proposed", "taken", "refused", "withdrawn", "replaced"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sector_module_taken",
        organisation(),
        link("module_id", "sector_module", primary_key=True),
        link("programme_id", "programme", primary_key=True),
    )


def downgrade() -> None:
    """Forget it; competences that were taken in stay."""
    op.drop_table("sector_module_taken")
    op.drop_table("sector_module")
