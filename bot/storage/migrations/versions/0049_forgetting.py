"""Who is to be forgotten, how long deciders have, and words of photos that can go by themselves."""

from alembic import op
from sqlalchemy import Column, Index, Integer, String, Text, text

from bot.storage.migrations.shapes import IDENTITY, instant, key, link, organisation

revision = "0049"
down_revision = "0048"

_OPEN = text("withdrawn_at IS NULL AND erased_at IS NULL")
_UNCLEAN = text("withdrawn_at IS NULL AND cleaned_at IS NULL")


def upgrade() -> None:
    """Make room for wishes; photos of before keep the digest that they have."""
    op.create_table(
        "forgetting",
        key(),
        organisation(),
        link("person_id", "person"),
        instant("wished_at"),
        instant("confirmed_at", nullable=True),
        instant("due_at", nullable=True),
        instant("held_at", nullable=True),
        Column("held_by_id", IDENTITY),
        Column("held_why", Text, nullable=False, server_default=""),
        instant("withdrawn_at", nullable=True),
        instant("erased_at", nullable=True),
        instant("cleaned_at", nullable=True),
        Index(
            "ix_forgetting_open",
            "person_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index("ix_forgetting_unclean", "due_at", sqlite_where=_UNCLEAN, postgresql_where=_UNCLEAN),
        sqlite_autoincrement=True,
    )
    op.add_column(
        "organisation", Column("forget_days", Integer, nullable=False, server_default="30")
    )
    op.add_column("photo_track", Column("texts_digest", String))


def downgrade() -> None:
    """Forget the wishes."""
    op.drop_column("photo_track", "texts_digest")
    op.drop_column("organisation", "forget_days")
    op.drop_table("forgetting")
