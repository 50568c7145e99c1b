"""Joining: chat accounts, invitations, and wrong codes."""

from alembic import op
from sqlalchemy import Boolean, Column, Index, Integer, String, UniqueConstraint, text, true

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0004"
down_revision = "0003"

TABLES = ("account", "invitation", "wrong_code")
STANDING = text("left_at IS NULL")


def upgrade() -> None:
    """Make the tables."""
    make_account()
    make_invitations()


def downgrade() -> None:
    """Drop the tables, the pointing ones first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def make_account() -> None:
    op.create_table(
        "account",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("platform", String, nullable=False),
        Column("address", String, nullable=False),
        instant("joined_at"),
        instant("left_at", nullable=True),
        Column("reachable", Boolean, nullable=False, server_default=true()),
        instant("unreachable_since", nullable=True),
        only_one("platform", "address"),
        only_one("person_id", "platform"),
        one_of("platform", "telegram", "slack"),
        sqlite_autoincrement=True,
    )


def only_one(*columns: str) -> Index:
    """Allow one row with these values among those who have not left."""
    return Index(None, *columns, unique=True, sqlite_where=STANDING, postgresql_where=STANDING)


def make_invitations() -> None:
    op.create_table(
        "invitation",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("digest", String, nullable=False),
        instant("made_at"),
        instant("expires_at"),
        instant("redeemed_at", nullable=True),
        instant("withdrawn_at", nullable=True),
        UniqueConstraint("digest"),
        Index(None, "person_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "wrong_code",
        Column("platform", String, primary_key=True),
        Column("address", String, primary_key=True),
        Column("count", Integer, nullable=False),
        instant("locked_until", nullable=True),
        one_of("platform", "telegram", "slack"),
    )
