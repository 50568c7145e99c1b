"""What the server needs of the rest: who may open it, and how the process fares."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Watched(Protocol):
    """Who may reach this server, and what there is to say to who watches it.

    All but the properties may block.
    """

    @property
    def allowed_hosts(self) -> Sequence[str]:
        """Name the hosts under which the page may be opened, beside loopback."""

    @property
    def is_public(self) -> bool:
        """Say whether people or platforms reach this server from outside."""

    @property
    def figures_token(self) -> str:
        """Tell the token with which the figures may be read from elsewhere; empty: none may."""

    def ready(self) -> bool:
        """Say whether updates can be taken in."""

    def figures(self, problems: Mapping[str, str | None]) -> bytes:
        """Write the figures of now in Prometheus' text format; of each platform its problem."""
