"""The pace of a bot, shared by all processes that send for it, on one connection."""

from datetime import datetime

from sqlalchemy import bindparam, select, text, update
from typing_extensions import override

from bot.ports.telling.sending_pace import SendingPaces
from bot.storage.connected import Connected
from bot.storage.tables import sending_pace

_HOLD = (
    select(sending_pace.c.full_at)
    .where(sending_pace.c.platform == bindparam("of_platform"))
    .with_for_update()
)
# Another process may make it at the same time.
_MAKE = text(
    "INSERT INTO sending_pace (platform) VALUES (:of_platform) ON CONFLICT (platform) DO NOTHING"
)
_KEEP = (
    update(sending_pace)
    .where(sending_pace.c.platform == bindparam("of_platform"))
    .values(full_at=bindparam("new_full_at"))
)


class StoredSendingPaces(Connected, SendingPaces):
    """Paces on one connection."""

    @override
    def hold(self, platform: str) -> datetime | None:
        bot = {"of_platform": platform}
        found = self._connection.execute(_HOLD, bot).one_or_none()
        if found is None:
            self._connection.execute(_MAKE, bot)
            found = self._connection.execute(_HOLD, bot).one()
        at: datetime | None = found.full_at
        return at

    @override
    def keep(self, platform: str, full_at: datetime) -> None:
        new = {"of_platform": platform, "new_full_at": full_at}
        self._connection.execute(_KEEP, new)
