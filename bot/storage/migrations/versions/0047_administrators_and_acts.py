"""Administrators, the log of acts that touch people's rights, and people who were erased."""

from alembic import op
from sqlalchemy import JSON, Column, Integer, String

from bot.storage.migrations.shapes import IDENTITY, instant, link, organisation

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    """Make room for both."""
    op.add_column("person", instant("erased_at", nullable=True))
    op.create_table(
        "administrator",
        organisation(),
        link("person_id", "person", primary_key=True),
        instant("since"),
    )
    op.create_table(
        "rights_act",
        link("organisation_id", "organisation", primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("kind", String, nullable=False),
        Column("by_id", IDENTITY),
        Column("about_id", IDENTITY),
        Column("ids", JSON, nullable=False),
        instant("at"),
        Column("before", String, nullable=False),
        Column("digest", String, nullable=False),
    )


def downgrade() -> None:
    """Forget both."""
    op.drop_table("rights_act")
    op.drop_table("administrator")
    op.drop_column("person", "erased_at")
