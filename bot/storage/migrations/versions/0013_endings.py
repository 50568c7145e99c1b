"""What ends: when a placement ended, and who was around it until then."""

from alembic import op
from sqlalchemy import Column, Index, String

from bot.storage.migrations.shapes import instant, link, one_of, organisation

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column, and make the table."""
    op.add_column("placement", instant("ended_at", nullable=True))
    op.create_table(
        "former_involvement",
        organisation(),
        link("placement_id", "placement", primary_key=True),
        link("person_id", "person", primary_key=True),
        Column("role", String, primary_key=True),
        link("track_id", "track"),
        Index(None, "person_id", "role"),
        one_of("role", "mentor", "teacher", "coach"),
    )


def downgrade() -> None:
    """Bring back who was around, and drop both."""
    op.execute(
        "INSERT INTO involvement (organisation_id, placement_id, person_id, role, track_id)"
        " SELECT organisation_id, placement_id, person_id, role, track_id FROM former_involvement"
        " WHERE NOT EXISTS (SELECT 1 FROM involvement AS known"
        " WHERE known.placement_id = former_involvement.placement_id"
        " AND known.person_id = former_involvement.person_id"
        " AND known.role = former_involvement.role)"
    )
    op.drop_table("former_involvement")
    op.drop_column("placement", "ended_at")
