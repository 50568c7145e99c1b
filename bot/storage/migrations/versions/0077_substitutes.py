"""Who stands in for a mentor or a teacher who is away, and until when."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0077"
down_revision = "0076"
SEATS = ("involvement", "former_involvement")


def upgrade() -> None:
    """Make room for them; whoever is around now is nobody's substitute."""
    op.create_table(
        "substitute",
        key(),
        organisation(),
        link("placement_id", "placement"),
        Column("role", String, nullable=False),
        link("absent_id", "person"),
        link("person_id", "person"),
        link("by_id", "person", nullable=True),
        instant("said_at"),
        instant("ends_at"),
        instant("ended_at", nullable=True),
        one_of("role", "mentor", "teacher"),
        sqlite_autoincrement=True,
    )
    for name in ("placement_id", "person_id", "absent_id"):
        op.create_index(op.f(f"ix_substitute_{name}"), "substitute", [name])
    for table in SEATS:
        with op.batch_alter_table(table) as seats:
            seats.add_column(link("substitute_id", "substitute", nullable=True))


def downgrade() -> None:
    """Let those who stand in go, and forget them."""
    for table in SEATS:
        op.execute(f"DELETE FROM {table} WHERE substitute_id IS NOT NULL")  # noqa: S608
        with op.batch_alter_table(table) as seats:
            seats.drop_column("substitute_id")
    op.drop_table("substitute")
