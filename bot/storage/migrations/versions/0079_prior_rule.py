"""How a programme counts what a student had learned before."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import one_of

revision = "0079"
down_revision = "0078"


def upgrade() -> None:
    """Make room for it: it is shown alone, until somebody says otherwise."""
    with op.batch_alter_table("programme") as programme:
        programme.add_column(Column("prior_rule", String, nullable=False, server_default="shown"))
        kinds = one_of("prior_rule", "shown", "covered", "acquired")
        programme.create_check_constraint(str(kinds.name), kinds.sqltext)


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("programme") as programme:
        programme.drop_constraint(op.f("ck_programme_prior_rule"), type_="check")
        programme.drop_column("prior_rule")
