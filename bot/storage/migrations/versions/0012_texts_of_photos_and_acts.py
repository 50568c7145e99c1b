"""What a photo shows in words is kept with it; what is done beside scoring is an entry as well.

Of photos of before nothing was kept, and what was done before is not known to undo.
"""

from alembic import op
from sqlalchemy import JSON, Column, String, Text

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the columns; empty says that nothing was kept."""
    op.add_column("photo", Column("name", String))
    op.add_column("photo", Column("texts", Text))
    op.add_column("photo_track", Column("texts", Text))
    op.add_column("entry", Column("act", String))
    op.add_column("entry", Column("before", JSON))


def downgrade() -> None:
    """Drop the columns: photos that kept their texts then no longer fit their seal."""
    op.execute("DELETE FROM entry WHERE act IS NOT NULL")
    op.drop_column("entry", "before")
    op.drop_column("entry", "act")
    op.drop_column("photo_track", "texts")
    op.drop_column("photo", "texts")
    op.drop_column("photo", "name")
