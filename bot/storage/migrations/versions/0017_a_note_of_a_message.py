"""Which message is nothing but a note, so that editing it corrects the note."""

from alembic import op
from sqlalchemy import Column, String

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the column; of the notes of before it is not known."""
    op.add_column("note", Column("source", String, nullable=False, server_default=""))
    op.create_index("ix_note_author_id_source", "note", ["author_id", "source"])


def downgrade() -> None:
    """Drop the column."""
    op.drop_index("ix_note_author_id_source", "note")
    op.drop_column("note", "source")
