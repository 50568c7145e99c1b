"""What sending asks of the storage: one pace for all processes of a bot, and of each chat."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol


class SendingPaces(Protocol):
    """When the tokens of each bot will all be there again; see `domain/telling/pace.py`."""

    def hold(self, platform: str) -> datetime | None:
        """Read it, aware, and let other processes wait until we are done; None: they are there."""

    def keep(self, platform: str, full_at: datetime) -> None:
        """Keep it, after it was held."""

    def let_rest(self, platform: str, chats: Mapping[str, datetime]) -> None:
        """Note until when chats rest, by address; instants are aware."""

    def list_resting(self, platform: str, at: datetime) -> Collection[str]:
        """List the addresses of the chats that rest at an instant; forgets who did long ago."""
