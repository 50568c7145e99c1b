"""Which contexts come up at a workplace, from when until when."""

from alembic import op
from sqlalchemy import CheckConstraint

from bot.storage.migrations.shapes import instant, link, organisation

revision = "0037"
down_revision = "0034"


def upgrade() -> None:
    """Make the table, empty: nobody has said yet which contexts come up."""
    op.create_table(
        "context_plan",
        organisation(),
        link("placement_id", "placement", primary_key=True),
        link("context_id", "context", primary_key=True),
        link("author_id", "person"),
        instant("begins_at"),
        instant("ends_at"),
        CheckConstraint("begins_at <= ends_at", name="in_order"),
    )
    op.create_index("ix_context_plan_context_id", "context_plan", ["context_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("context_plan")
