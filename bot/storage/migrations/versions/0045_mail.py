"""Where somebody's unasked messages go, and their e-mail addresses beside the roster's."""

from alembic import op
from sqlalchemy import CheckConstraint, Column, Integer, String, UniqueConstraint

from bot.storage.migrations.shapes import instant, link, organisation

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    """Make the column and the table, empty: nobody has chosen a place or said an address yet."""
    op.add_column("person", Column("told_on", String))
    op.create_table(
        "mail_address",
        organisation(),
        link("person_id", "person", primary_key=True),
        Column("own", String),
        instant("confirmed_at", nullable=True),
        instant("taken_away_at", nullable=True),
        Column("asked", String),
        Column("digest", String, nullable=False, server_default=""),
        instant("code_made_at", nullable=True),
        Column("tries", Integer, nullable=False, server_default="0"),
        instant("asked_since", nullable=True),
        Column("times_asked", Integer, nullable=False, server_default="0"),
        Column("refused", String),
        instant("refused_at", nullable=True),
        Column("stop", String, nullable=False),
        UniqueConstraint("stop"),
        CheckConstraint("(own IS NULL) = (confirmed_at IS NULL)", name="confirmed"),
        CheckConstraint("(refused IS NULL) = (refused_at IS NULL)", name="refused"),
        CheckConstraint("own IS NULL OR taken_away_at IS NULL", name="taken_away"),
    )


def downgrade() -> None:
    """Drop both."""
    op.drop_table("mail_address")
    op.drop_column("person", "told_on")
