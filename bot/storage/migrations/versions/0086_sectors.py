"""Sectors with which a school works, and who speaks for them."""

from alembic import op
from sqlalchemy import Column, String, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, organisation

revision = "0086"
down_revision = "0084"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "sector",
        key(),
        organisation(),
        Column("code", String, nullable=False),
        Column("name", String, nullable=False),
        UniqueConstraint("organisation_id", "code"),
    )
    op.create_table(
        "sector_person",
        organisation(),
        link("person_id", "person", primary_key=True),
        link("sector_id", "sector"),
        instant("since"),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("sector_person")
    op.drop_table("sector")
