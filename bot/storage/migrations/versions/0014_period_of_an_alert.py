"""In which period an alert was compared, and what ended it: by that it is carried on or closed."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    String,
    bindparam,
    column,
    or_,
    select,
    table,
    update,
)

from bot.storage.migrations.shapes import IDENTITY, instant

revision = "0014"
down_revision = "0013"

_ALERT = table(
    "alert",
    column("track_id", IDENTITY),
    column("raised_at", instant("raised_at").type),
    column("period_id", IDENTITY),
    column("state", String),
    column("ended", String),
)
_TRACK = table("track", column("id", IDENTITY), column("programme_id", IDENTITY))
_PERIOD = table(
    "period",
    column("id", IDENTITY),
    column("programme_id", IDENTITY),
    column("opens_at", instant("opens_at").type),
    column("photo_at", instant("photo_at").type),
    column("cancelled", Boolean),
)
_OPEN_WHEN_RAISED = (
    select(_PERIOD.c.id)
    .join(_TRACK, _TRACK.c.programme_id == _PERIOD.c.programme_id)
    .where(
        _TRACK.c.id == _ALERT.c.track_id,
        _PERIOD.c.cancelled.is_(False),
        _PERIOD.c.opens_at <= _ALERT.c.raised_at,
        or_(_PERIOD.c.photo_at.is_(None), _PERIOD.c.photo_at >= _ALERT.c.raised_at),
    )
    .order_by(_PERIOD.c.opens_at.desc(), _PERIOD.c.id.desc())
    .limit(1)
    .correlate(_ALERT)
    .scalar_subquery()
)
_FIND_PERIOD = update(_ALERT).values(period_id=_OPEN_WHEN_RAISED)
_BY_A_SCORE = (
    update(_ALERT).where(_ALERT.c.state == bindparam("closed")).values(ended=bindparam("score"))
)


def upgrade() -> None:
    """Add the columns, and fill them: what closed before was ended by a score."""
    op.add_column("alert", Column("period_id", IDENTITY))
    op.add_column("alert", Column("ended", String))
    bind = op.get_bind()
    bind.execute(_FIND_PERIOD)
    bind.execute(_BY_A_SCORE, {"closed": "closed", "score": "score"})


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("alert", "ended")
    op.drop_column("alert", "period_id")
