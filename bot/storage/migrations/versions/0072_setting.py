"""In which education a programme stands, which says what agreement is needed."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import one_of

revision = "0072"
down_revision = "0071"


def upgrade() -> None:
    """Make room for it; of the programmes that are there it is not known."""
    with op.batch_alter_table("programme") as programme:
        programme.add_column(Column("setting", String))
        kinds = one_of("setting", "compulsory", "entrepreneurial", "higher")
        programme.create_check_constraint(str(kinds.name), kinds.sqltext)


def downgrade() -> None:
    """Forget it."""
    with op.batch_alter_table("programme") as programme:
        programme.drop_constraint(op.f("ck_programme_setting"), type_="check")
        programme.drop_column("setting")
