"""Who ended a session of the page, who made an invitation in a chat, and one more ending."""

from alembic import op
from sqlalchemy import Column

from bot.storage.migrations.shapes import IDENTITY

revision = "0046"
down_revision = "0045"

_BEFORE = ("left", "lost", "expired")


def upgrade() -> None:
    """Make room for both; of what was there nobody is known to have done it."""
    op.add_column("invitation", Column("made_by", IDENTITY))
    _allow(*_BEFORE, "disowned")
    op.add_column("page_session", Column("ended_by", IDENTITY))


def downgrade() -> None:
    """Forget who did it."""
    op.drop_column("page_session", "ended_by")
    op.execute("UPDATE page_session SET ended_why = 'left' WHERE ended_why = 'disowned'")
    _allow(*_BEFORE)
    op.drop_column("invitation", "made_by")


def _allow(*endings: str) -> None:
    """Say anew why a session may end; SQLite makes the table anew for that."""
    quoted = ", ".join(f"'{ending}'" for ending in endings)
    counted = {"sqlite_autoincrement": True}
    with op.batch_alter_table("page_session", table_kwargs=counted) as batch:
        batch.drop_constraint(op.f("ck_page_session_ended_why"), type_="check")
        batch.create_check_constraint(op.f("ck_page_session_ended_why"), f"ended_why IN ({quoted})")
