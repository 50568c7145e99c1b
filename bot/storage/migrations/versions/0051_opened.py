"""Who opened what is kept of a student, by day."""

from alembic import op
from sqlalchemy import Column, String, text

from bot.storage.migrations.shapes import key, link, one_of, organisation

revision = "0051"
down_revision = "0050"

OPERATOR = text("looker_id IS NULL")
KINDS = (
    *("report", "card", "notes", "answers", "film", "photo", "class", "views"),
    *("result", "council", "end_view", "decision", "choices"),
)


def upgrade() -> None:
    """Make room for it."""
    op.create_table(
        "opened",
        key(),
        organisation(),
        link("track_id", "track"),
        link("looker_id", "person", nullable=True),
        Column("what", String, nullable=False),
        Column("on_day", String, nullable=False),
        one_of("what", *KINDS),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_opened_day", "opened", ["track_id", "on_day", "looker_id", "what"], unique=True
    )
    op.create_index(
        "ix_opened_operator",
        "opened",
        ["track_id", "on_day", "what"],
        unique=True,
        sqlite_where=OPERATOR,
        postgresql_where=OPERATOR,
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("opened")
