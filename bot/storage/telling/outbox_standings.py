"""How many messages to others are in each state, for who looks after the installation."""

from typing import Any

from sqlalchemy import Connection, Row, func, select

from bot.domain.telling.delivery import State
from bot.ports.telling.outbox import Standing
from bot.storage.tables import outbox

_STANDING = (
    select(
        outbox.c.platform,
        outbox.c.state,
        outbox.c.last_error,
        func.count(),
        func.min(outbox.c.not_before),
    )
    .group_by(outbox.c.platform, outbox.c.state, outbox.c.last_error)
    .order_by(outbox.c.platform, outbox.c.state, outbox.c.last_error)
)
# What was sent, or given up, is by far the most, and grows for ever.
_UNSETTLED = _STANDING.where(outbox.c.state.in_([State.PENDING, State.SENDING, State.UNKNOWN]))


def standings(connection: Connection) -> list[Standing]:
    """Count the messages of each platform by state and by what went wrong last."""
    return [_standing(row) for row in connection.execute(_STANDING)]


def unsettled(connection: Connection) -> list[Standing]:
    """Count them in the same way, without those that were sent or given up."""
    return [_standing(row) for row in connection.execute(_UNSETTLED)]


def _standing(row: Row[*tuple[Any, ...]]) -> Standing:
    platform, state, error, count, oldest = row
    return Standing(platform, State(state), error, count, oldest)
