"""Files with what is kept of somebody, which last a day."""

from alembic import op
from sqlalchemy import Column, Index, Integer, LargeBinary, String, UniqueConstraint, text

from bot.storage.migrations.shapes import instant, key, link, organisation

revision = "0048"
down_revision = "0047"

_WANTED = text("made_at IS NULL")


def upgrade() -> None:
    """Make the table, empty: nobody asked for one so far."""
    op.create_table(
        "take_away",
        key(),
        organisation(),
        link("person_id", "person"),
        instant("asked_at"),
        instant("expires_at"),
        Column("code", String, nullable=False),
        Column("tries", Integer, nullable=False, server_default="0"),
        instant("in_hand_until", nullable=True),
        instant("made_at", nullable=True),
        Column("size", Integer, nullable=False, server_default="0"),
        Column("data", LargeBinary),
        UniqueConstraint("person_id", name="uq_take_away_person_id"),
        UniqueConstraint("code", name="uq_take_away_code"),
        Index("ix_take_away_wanted", "asked_at", sqlite_where=_WANTED, postgresql_where=_WANTED),
        Index("ix_take_away_expires_at", "expires_at"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("take_away")
