"""Lesson scenarios of a programme, with the competences and indicators that they serve."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, SmallInteger, String, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, organisation

revision = "0038"
down_revision = "0034"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "scenario",
        key(),
        organisation(),
        link("programme_id", "programme"),
        Column("title", String, nullable=False),
        Column("place", String, nullable=False, server_default=""),
        Column("sessions", SmallInteger, nullable=False, server_default="1"),
        instant("removed_at", nullable=True),
        UniqueConstraint("programme_id", "title"),
        CheckConstraint("sessions BETWEEN 1 AND 40", name="sessions"),
    )
    for table, served in (
        ("scenario_competence", "competence"),
        ("scenario_indicator", "indicator"),
    ):
        op.create_table(
            table,
            organisation(),
            link("scenario_id", "scenario", primary_key=True),
            link(f"{served}_id", served, primary_key=True),
        )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("scenario_indicator", "scenario_competence", "scenario"):
        op.drop_table(table)
