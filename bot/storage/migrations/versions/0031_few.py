"""How many questions somebody wants at once, and whether a programme is blind first."""

from alembic import op
from sqlalchemy import Boolean, Column, SmallInteger, true

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Add them: five questions, and everybody gives the own view first."""
    op.add_column("person", Column("few", SmallInteger, nullable=False, server_default="5"))
    op.add_column(
        "programme", Column("blind_first", Boolean, nullable=False, server_default=true())
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_column("programme", "blind_first")
    op.drop_column("person", "few")
