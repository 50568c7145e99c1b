"""A chat knows what was said in it last, and the processes of a bot share one pace."""

from alembic import op
from sqlalchemy import BigInteger, Column, DateTime, String

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Add both, empty: nothing was said yet, and all tokens are there."""
    op.add_column("account", Column("heard_number", BigInteger))
    op.add_column("account", Column("heard_at", DateTime(timezone=True)))
    op.create_table(
        "sending_pace",
        Column("platform", String, primary_key=True),
        Column("full_at", DateTime(timezone=True)),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("sending_pace")
    op.drop_column("account", "heard_at")
    op.drop_column("account", "heard_number")
