"""The page as a platform: accounts on it, and the sessions of devices."""

from alembic import op
from sqlalchemy import Column, Index, String, UniqueConstraint, text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0043"
down_revision = "0042"

_STANDING = text("ended_at IS NULL")
_BEFORE = ("telegram", "slack")


def upgrade() -> None:
    """Allow accounts on the page, and make its sessions, of which there is none yet."""
    for table in ("account", "wrong_code"):
        _allow(table, *_BEFORE, "page")
    op.create_table(
        "page_session",
        key(),
        organisation(),
        link("person_id", "person"),
        link("invitation_id", "invitation", nullable=True),
        Column("seat", String, nullable=False),
        Column("digest", String, nullable=False),
        Column("nonce_digest", String, nullable=False),
        Column("device", String, nullable=False),
        instant("made_at"),
        instant("used_at"),
        instant("ended_at", nullable=True),
        Column("ended_why", String),
        UniqueConstraint("seat"),
        UniqueConstraint("digest"),
        Index(None, "person_id"),
        Index(None, "invitation_id"),
        Index(
            "ix_page_session_used", "used_at", sqlite_where=_STANDING, postgresql_where=_STANDING
        ),
        one_of("ended_why", "left", "lost", "expired"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Forget the sessions, and who talked on the page alone."""
    op.drop_table("page_session")
    for table in ("account", "wrong_code"):
        op.execute(f"DELETE FROM {table} WHERE platform = 'page'")  # noqa: S608 -- ours
        _allow(table, *_BEFORE)


def _allow(table: str, *platforms: str) -> None:
    """Say anew which platforms there are; SQLite makes the table anew for that."""
    quoted = ", ".join(f"'{platform}'" for platform in platforms)
    counted = {"sqlite_autoincrement": table == "account"}
    with op.batch_alter_table(table, table_kwargs=counted) as batch:
        batch.drop_constraint(op.f(f"ck_{table}_platform"), type_="check")
        batch.create_check_constraint(op.f(f"ck_{table}_platform"), f"platform IN ({quoted})")
