"""Hours a week at a workplace count by tenths: 19.5 is not 20."""

from alembic import op

revision = "0070"
down_revision = "0063"


def upgrade() -> None:
    """Keep them as how many tenths they are."""
    _count_by("weekly_hours * 10", 600)


def downgrade() -> None:
    """Keep whole hours; half an hour more or less is lost."""
    _count_by("weekly_hours / 10", 60)


def _count_by(tenths: str, most: int) -> None:
    named = op.f("ck_placement_weekly_hours")
    with op.batch_alter_table("placement") as placement:
        placement.drop_constraint(named, type_="check")
    op.execute(f"UPDATE placement SET weekly_hours = {tenths}")  # noqa: S608 -- ours
    with op.batch_alter_table("placement") as placement:
        placement.create_check_constraint(named, f"weekly_hours BETWEEN 0 AND {most}")
