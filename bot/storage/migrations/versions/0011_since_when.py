"""From when on an errand tells what happened: of lessons this stood in the subject alone."""

from datetime import UTC, datetime

from alembic import op
from sqlalchemy import String, bindparam, column, select, table, update

from bot.storage.migrations.shapes import IDENTITY, instant

revision = "0011"
down_revision = "0010"

_ERRAND = table(
    "errand",
    column("id", IDENTITY),
    column("kind", String),
    column("subject", String),
    column("since", instant("since").type),
)
_LESSONS = select(_ERRAND.c.id, _ERRAND.c.subject).where(_ERRAND.c.kind == "lesson")
_TELL = (
    update(_ERRAND).where(_ERRAND.c.id == bindparam("errand")).values(since=bindparam("instant"))
)


def upgrade() -> None:
    """Add the column, and fill it for lessons: their subject ends with the instant."""
    op.add_column("errand", instant("since", nullable=True))
    bind = op.get_bind()
    told = [
        {"errand": row.id, "instant": _stored(row.subject.split()[-1], bind.dialect.name)}
        for row in bind.execute(_LESSONS)
    ]
    if told:
        bind.execute(_TELL, told)


def _stored(written: str, dialect: str) -> datetime:
    at = datetime.fromisoformat(written).astimezone(UTC)
    return at.replace(tzinfo=None) if dialect == "sqlite" else at


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("errand", "since")
