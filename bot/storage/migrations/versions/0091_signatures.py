"""Signatures of an agreement that a student or a mentor says are there."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import instant, link, one_of, organisation

revision = "0091"
down_revision = "0089"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "signature_claim",
        organisation(),
        link("agreement_id", "agreement", primary_key=True),
        Column("step", String, primary_key=True),
        link("said_by_id", "person", nullable=True),
        instant("said_at"),
        one_of("step", "signed_student", "signed_guardian", "signed_company"),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("signature_claim")
