"""When things go otherwise: a placement that stops, an absence, an incident at work."""

from alembic import op
from sqlalchemy import Boolean, Column, String, Text, false

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    """Make room for it, empty."""
    told = Column("absence_told", Boolean, nullable=False, server_default=false())
    op.add_column("person", told)
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
    op.create_table(
        "incident",
        key(),
        organisation(),
        link("track_id", "track"),
        link("by_id", "person"),
        Column("words", Text, nullable=False),
        instant("told_at"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_incident_by_id"), "incident", ["by_id"])
    op.create_index(op.f("ix_incident_track_id"), "incident", ["track_id"])
    op.create_table(
        "incident_coach",
        organisation(),
        link("incident_id", "incident", primary_key=True),
        link("coach_id", "person", primary_key=True),
        instant("seen_at", nullable=True),
    )


def downgrade() -> None:
    """Forget it; mentors who left stay among those who were around."""
    op.drop_table("incident_coach")
    op.drop_table("incident")
    op.drop_table("placement_stop")
    op.drop_column("placement", "left_at")
    op.drop_column("placement", "stopped_on")
    op.drop_column("person", "absence_told")
