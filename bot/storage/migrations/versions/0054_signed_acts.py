"""The lines at which the log of acts was signed, and files that administrators sent."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, String, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, organisation

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    """Make room for both."""
    op.create_table(
        "rights_act_seal",
        link("organisation_id", "organisation", primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("public_key", String, nullable=False),
        Column("signature", String, nullable=False),
    )
    op.create_table(
        "handed_file",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("name", String, nullable=False),
        Column("data", LargeBinary, nullable=False),
        instant("sent_at"),
        UniqueConstraint("person_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_handed_file_sent_at", "handed_file", ["sent_at"])


def downgrade() -> None:
    """Forget both."""
    op.drop_table("handed_file")
    op.drop_table("rights_act_seal")
