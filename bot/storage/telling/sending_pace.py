"""The pace of a bot and its chats, shared by all processes that send for it, on one connection."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, text, update
from typing_extensions import override

from bot.ports.telling.sending_pace import SendingPaces
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import resting_chat, sending_pace

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
_LET_REST = text(
    "INSERT INTO resting_chat (platform, address, until)"
    " VALUES (:of_platform, :address, :until_then) ON CONFLICT (platform, address)"
    " DO UPDATE SET until = CASE WHEN excluded.until > resting_chat.until"
    " THEN excluded.until ELSE resting_chat.until END"
).bindparams(bindparam("until_then", type_=Instant))
_OF_BOT = resting_chat.c.platform == bindparam("of_platform")
_RESTING = select(resting_chat.c.address).where(
    _OF_BOT, resting_chat.c.until > bindparam("at", type_=Instant)
)
_FORGET = delete(resting_chat).where(
    _OF_BOT, resting_chat.c.until < bindparam("long_ago", type_=Instant)
)
LONG = timedelta(hours=1)
"""After so long a chat that rested is forgotten: nobody writes of it at the same time."""


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

    @override
    def let_rest(self, platform: str, chats: Mapping[str, datetime]) -> None:
        # In one order, so that two processes never wait for each other.
        rows = [
            {"of_platform": platform, "address": address, "until_then": until}
            for address, until in sorted(chats.items())
        ]
        if rows:
            self._connection.execute(_LET_REST, rows)

    @override
    def list_resting(self, platform: str, at: datetime) -> Collection[str]:
        bot = {"of_platform": platform}
        self._connection.execute(_FORGET, {**bot, "long_ago": at - LONG})
        return frozenset(self._connection.execute(_RESTING, {**bot, "at": at}).scalars())
