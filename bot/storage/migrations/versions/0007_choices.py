"""What students choose to be evaluated on in a period."""

from alembic import op

from bot.storage.migrations.shapes import link, organisation

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "choice",
        link("period_id", "period", primary_key=True),
        link("track_id", "track", primary_key=True),
        link("course_component_id", "course_component", primary_key=True),
        organisation(),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("choice")
