"""The processes of a bot share each chat's own pace."""

from alembic import op
from sqlalchemy import Column, DateTime, String

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Add it, empty: no chat rests."""
    op.create_table(
        "resting_chat",
        Column("platform", String, primary_key=True),
        Column("address", String, primary_key=True),
        Column("until", DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("resting_chat")
