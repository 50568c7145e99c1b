"""Whom the news that somebody stands in, or does so no more, has not reached."""

from collections.abc import Collection

from sqlalchemy import Connection, Integer, String, bindparam, select

from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryState
from bot.storage.tables import outbox

_LAST = (
    select(outbox.c.person_id, outbox.c.asks, outbox.c.sent_at, outbox.c.state)
    .where(
        outbox.c.person_id.in_(bindparam("people", expanding=True, type_=Integer)),
        outbox.c.asks.in_(bindparam("asks", expanding=True, type_=String)),
    )
    .order_by(outbox.c.id)
)
_UNDER_WAY = frozenset({DeliveryState.PENDING.value, DeliveryState.SENDING.value})


def list_unheard(
    connection: Connection, people: Collection[int], substitutes: Collection[int], about: Asks
) -> Collection[int]:
    """List who need not be told: by the last message that each was sent about it."""
    kinds = (Asks.SUBSTITUTE_NAMED, Asks.SUBSTITUTE_ENDED)
    asks = [f"{kind}:{number}" for kind in kinds for number in substitutes]
    found = connection.execute(_LAST, {"people": list(people), "asks": asks})
    last = {row.person_id: row for row in found}
    return {
        person
        for person, row in last.items()
        if row.sent_at is None and (not row.asks.startswith(f"{about}:") or row.state in _UNDER_WAY)
    }
