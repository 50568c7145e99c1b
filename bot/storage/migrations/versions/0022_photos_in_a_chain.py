"""Photos stand in a chain, and a period knows which photo it had.

Photos of before stay without a place; the next one follows on the last of them.
"""

from alembic import op
from sqlalchemy import Column, Integer, String

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Add the places in the chain, and to each period the digest of its photo."""
    op.add_column("photo", Column("number", Integer, nullable=True))
    op.add_column("photo", Column("before", String, nullable=True))
    op.create_index(
        "ix_photo_organisation_id_number", "photo", ["organisation_id", "number"], unique=True
    )
    op.add_column("period", Column("photographed", String, nullable=True))
    op.execute(
        "UPDATE period SET photographed = (SELECT photo.digest FROM photo"
        " WHERE photo.period_id = period.id AND photo.taken_at IS NOT NULL)"
    )


def downgrade() -> None:
    """Drop the columns: photos that have a place in the chain then no longer fit their seal."""
    op.drop_column("period", "photographed")
    op.drop_index("ix_photo_organisation_id_number", "photo")
    op.drop_column("photo", "before")
    op.drop_column("photo", "number")
