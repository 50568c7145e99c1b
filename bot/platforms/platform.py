"""What every chat platform is to the process that runs it: the same shape for siblings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from starlette.routing import Route


class Platform(Protocol):
    """A platform that begins and ends with the process, and says how it fares."""

    name: str

    @property
    def routes(self) -> Sequence[Route]:
        """The endpoints on which the platform delivers to us."""

    async def start(self) -> None:
        """Begin; a platform that cannot be reached now is tried again by itself."""

    async def stop(self) -> None:
        """End, after what is being said is said."""

    def problem(self, at: datetime) -> str | None:
        """Say what is wrong with the line, if anything is."""


class ChatPlatform(Platform, Protocol):
    """A platform on which people talk, and which keeps what it cannot deliver at once."""

    def caught_up(self) -> datetime | None:
        """Say when nothing was last known to wait for us there; None where that is not known."""
