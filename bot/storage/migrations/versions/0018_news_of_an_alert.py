"""When the views of an alert changed last: a coach's week does not repeat what did not change."""

from alembic import op
from sqlalchemy import column, table, update

from bot.storage.migrations.shapes import instant

revision = "0018"
down_revision = "0017"

_ALERT = table(
    "alert",
    column("changed_at", instant("changed_at").type),
    column("news_at", instant("news_at").type),
)


def upgrade() -> None:
    """Add the column, and fill it with when each was stored last."""
    op.add_column("alert", instant("news_at", nullable=True))
    op.get_bind().execute(update(_ALERT).values(news_at=_ALERT.c.changed_at))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("alert", "news_at")
