"""The lines at which the log of acts was signed."""

from alembic import op
from sqlalchemy import Column, Integer, String

from bot.storage.migrations.shapes import link

revision = "0054"
down_revision = "0047"


def upgrade() -> None:
    """Make room for it."""
    op.create_table(
        "rights_act_seal",
        link("organisation_id", "organisation", primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("public_key", String, nullable=False),
        Column("signature", String, nullable=False),
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("rights_act_seal")
