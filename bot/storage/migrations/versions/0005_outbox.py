"""The outbox: what goes to others."""

from alembic import op
from sqlalchemy import JSON, CheckConstraint, Column, Index, Integer, String, UniqueConstraint, text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0005"
down_revision = "0004"

WAITING = text("state = 'pending'")
UNDER_WAY = text("state = 'sending'")
UNSENT = text("state IN ('pending', 'sending')")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "outbox",
        key(),
        organisation(),
        link("person_id", "person"),
        link("track_id", "track", nullable=True),
        Column("platform", String, nullable=False),
        Column("address", String, nullable=False),
        Column("kind", String, nullable=False),
        Column("subject", String, nullable=False),
        Column("content", JSON, nullable=False),
        Column("state", String, nullable=False, server_default="pending"),
        Column("attempts", Integer, nullable=False, server_default="0"),
        instant("not_before"),
        instant("lease_until", nullable=True),
        instant("expires_at", nullable=True),
        instant("sent_at", nullable=True),
        Column("platform_ref", String, nullable=False, server_default=""),
        Column("last_error", String, nullable=False, server_default=""),
        instant("made_at"),
        UniqueConstraint("person_id", "kind", "subject"),
        *indexes(),
        one_of("state", "pending", "sending", "sent", "unknown", "dead"),
        CheckConstraint("attempts >= 0", name="attempts"),
        CheckConstraint("state <> 'sending' OR lease_until IS NOT NULL", name="leased"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("outbox")


def indexes() -> list[Index]:
    def among(where: object, *columns: str, unique: bool = False) -> Index:
        return Index(None, *columns, unique=unique, sqlite_where=where, postgresql_where=where)

    return [
        among(WAITING, "platform", "not_before", "id"),
        among(UNSENT, "platform", "address", "id"),
        among(UNDER_WAY, "platform", "address", unique=True),
    ]
