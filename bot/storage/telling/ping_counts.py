"""How many pings went out lately, and how many were refused: for whoever runs the installation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select

from bot.domain.telling.delivery import DeliveryState, RefusalReason
from bot.storage.columns import Instant
from bot.storage.tables import outbox
from bot.storage.tables.outbox import PINGS

LATELY = timedelta(days=7)

_SENT = func.count().filter(outbox.c.state == DeliveryState.SENT.value)
_REFUSED = func.count().filter(
    outbox.c.state == DeliveryState.DEAD.value,
    outbox.c.last_error == RefusalReason.REFUSED.value,
)
_COUNTS = (
    select(outbox.c.platform, _SENT.label("sent"), _REFUSED.label("refused"))
    .where(PINGS, outbox.c.made_at > bindparam("since", type_=Instant))
    .group_by(outbox.c.platform)
    .order_by(outbox.c.platform)
)


@dataclass(frozen=True, slots=True)
class PingCount:
    """Of what was written to one place lately: how much was sent, and how much refused."""

    sent: int
    refused: int

    @property
    def good(self) -> bool:
        """Say whether somebody takes them: a single device's service may refuse what it likes."""
        return not self.refused or self.sent > 0


def count_pings(connection: Connection, at: datetime) -> Mapping[str, PingCount]:
    """Count the pings of the week before an instant, by their place."""
    rows = connection.execute(_COUNTS, {"since": at - LATELY})
    return {row.platform: PingCount(row.sent, row.refused) for row in rows}
