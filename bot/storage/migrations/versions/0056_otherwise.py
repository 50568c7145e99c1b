"""When things go otherwise: a placement that stops, with who was around staying but its mentors."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import instant, link, one_of, organisation

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    """Make room for it, empty."""
    op.add_column("placement", Column("stopped_on", String))
    op.add_column("placement", instant("left_at", nullable=True))
    op.create_table(
        "placement_stop",
        organisation(),
        link("placement_id", "placement", primary_key=True),
        link("by_id", "person", nullable=True),
        Column("reason", String, nullable=False),
        Column("hears", String, nullable=False),
        instant("said_at"),
        one_of("reason", "student", "company", "both", "else"),
        one_of("hears", "all", "school", "coach"),
    )


def downgrade() -> None:
    """Forget it; mentors who left stay among those who were around."""
    op.drop_table("placement_stop")
    op.drop_column("placement", "left_at")
    op.drop_column("placement", "stopped_on")
