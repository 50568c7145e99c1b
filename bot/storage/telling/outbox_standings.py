"""How many messages to others are in each state, for whoever looks after the installation."""

from typing import Any

from sqlalchemy import Connection, Row, func, select

from bot.domain.telling.delivery import DeliveryState
from bot.ports.telling.outbox import OutboxStanding
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
_UNSETTLED = _STANDING.where(
    outbox.c.state.in_([DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.UNKNOWN])
)


def standings(connection: Connection) -> list[OutboxStanding]:
    """Count the messages of each platform by state and by what went wrong last."""
    return [_standing(row) for row in connection.execute(_STANDING)]


def unsettled(connection: Connection) -> list[OutboxStanding]:
    """Count them in the same way, without those that were sent or given up."""
    return [_standing(row) for row in connection.execute(_UNSETTLED)]


def _standing(row: Row[*tuple[Any, ...]]) -> OutboxStanding:
    platform, state, error, count, oldest = row
    return OutboxStanding(platform, DeliveryState(state), error, count, oldest)
