"""What is shown has come up, and what is not here is counted: the colours' counts made anew.

Photos are left as they are: they hold what counted when they were taken.
"""

from alembic import op
from sqlalchemy import Column, SmallInteger, text

revision = "0016"
down_revision = "0015"

_COUNT = text(
    "UPDATE colour SET covered ="
    " (SELECT count(*) FROM mark WHERE mark.track_id = colour.track_id"
    " AND mark.competence_id = colour.competence_id AND mark.role = colour.role"
    " AND (mark.coverage IN ('S', 'R') OR mark.mastery IN ('L', 'V'))),"
    " not_here ="
    " (SELECT count(*) FROM mark WHERE mark.track_id = colour.track_id"
    " AND mark.competence_id = colour.competence_id AND mark.role = colour.role"
    " AND mark.not_here)"
)
_COUNT_AS_BEFORE = text(
    "UPDATE colour SET covered ="
    " (SELECT count(*) FROM mark WHERE mark.track_id = colour.track_id"
    " AND mark.competence_id = colour.competence_id AND mark.role = colour.role"
    " AND mark.coverage IN ('S', 'R'))"
)


def upgrade() -> None:
    """Count as covered what is shown, too, and add how much is not here."""
    op.add_column("colour", Column("not_here", SmallInteger, nullable=False, server_default="0"))
    op.execute(_COUNT)


def downgrade() -> None:
    """Count as covered only what was said to be, as before."""
    op.execute(_COUNT_AS_BEFORE)
    op.drop_column("colour", "not_here")
