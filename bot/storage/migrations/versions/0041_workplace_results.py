"""How the result at the workplace comes about, results that people enter, and the last photo."""

from alembic import op
from sqlalchemy import Boolean, Column, Index, Integer, String, false

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    """Make the tables, empty: no programme has a rule until people state it, nor a last photo."""
    op.add_column("period", Column("last", Boolean, nullable=False, server_default=false()))
    op.create_table(
        "workplace_rule",
        link("programme_id", "programme", primary_key=True),
        organisation(),
        Column("kind", String, nullable=False),
        Column("to_reach", String, nullable=False),
        link("author_id", "person", nullable=True),
        instant("said_at"),
        one_of("kind", "share", "weighted", "entered"),
    )
    op.create_table(
        "workplace_weight",
        link("programme_id", "programme", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        organisation(),
        Column("weight", Integer, nullable=False),
    )
    op.create_table(
        "workplace_result",
        key(),
        organisation(),
        link("track_id", "track"),
        link("period_id", "period"),
        Column("points", String, nullable=False),
        Column("total", String, nullable=False),
        link("author_id", "person"),
        link("for_id", "person", nullable=True),
        instant("said_at"),
        instant("undone_at", nullable=True),
        Index(None, "track_id", "period_id"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("workplace_result")
    op.drop_table("workplace_weight")
    op.drop_table("workplace_rule")
    op.drop_column("period", "last")
