"""What a photo shows in words is kept with it: of photos of before nothing was."""

from alembic import op
from sqlalchemy import Column, String, Text

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the columns; empty says that nothing was kept."""
    op.add_column("photo", Column("name", String))
    op.add_column("photo", Column("texts", Text))
    op.add_column("photo_track", Column("texts", Text))


def downgrade() -> None:
    """Drop the columns: photos that kept their texts then no longer fit their seal."""
    op.drop_column("photo_track", "texts")
    op.drop_column("photo", "texts")
    op.drop_column("photo", "name")
