"""What others' platforms are told of people's names: the setting, first names and code words.

Schools that are there go on in full, as their platforms know the names by now.
"""

from alembic import op
from sqlalchemy import Column, String

revision = "0053"
down_revision = "0050"


def upgrade() -> None:
    """Make room; what everybody is called is settled when people are read in, or it is set."""
    op.add_column(
        "organisation",
        Column("naming", String, nullable=False, server_default="first names"),
    )
    op.execute("UPDATE organisation SET naming = 'full'")
    op.add_column("person", Column("called", String, nullable=False, server_default=""))
    op.add_column("person", Column("code_word", String, nullable=False, server_default=""))


def downgrade() -> None:
    """Forget it: everybody is called in full again."""
    op.drop_column("person", "code_word")
    op.drop_column("person", "called")
    op.drop_column("organisation", "naming")
